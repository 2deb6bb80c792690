// The record of the door: log-ins, refusals, lock-outs, and who read about people or took a report away.
import { signal } from "@preact/signals";
import { clockText } from "@web/time/clock.ts";
import { fill, pairs, tx } from "@web/language/i18n.ts";
import type { NotedShown } from "@web/wire.ts";
import { get } from "../draft/http.ts";
import { setup } from "../draft/store.ts";
import type { SetupSection } from "../draft/section.tsx";
import { live } from "../people/live.tsx";
import { Record } from "./record.tsx";

const t = pairs({
  title: ["登录与查阅记录", "Log-ins and readings"],
  lead: ["谁在什么时候、从哪里登录，谁被拒绝，谁查看或导出了人员资料和报表。保存在本机，不能修改。", "Who logged in, when and from where, who was refused, who looked at or saved people's data and reports. Kept on this machine; nobody can change it here."],
  from: ["来自 {address}", "from {address}"],
  many: ["来自多处", "from many places"],
  times: ["共 {n} 次，最后 {time}", "{n} times, last at {time}"],
  nobody: ["没有这个工号的人", "a number nobody has"],
});

const limit = signal(100);
const MOST = 500;
const lines = live(() => get("/api/access_record", { query: { limit: limit.peek() } }));

function called(who: string): string {
  if (!who) return t("nobody");
  const person = setup.value?.names[who];
  return person ? `${person} (${who})` : who.replace(/^\w+:/, "");
}

const line = ({ title, said: words, who, address, times, last_at: last }: NotedShown) => (
  <div>
    <p>{fill(tx(title), { who: called(who) })} <small>{address ? t("from", { address }) : t("many")}</small></p>
    {times > 1 && <p class="record-note">{t("times", { n: times, time: clockText(Date.parse(last)) })}</p>}
    {words.zh && <p class="record-note">{tx(words)}</p>}
  </div>
);

const DoorRecord = () => <Record lines={lines} limit={limit} most={MOST}>{line}</Record>;

export const doorRecord: SetupSection = { id: "door", title: { zh: "登录与查阅", en: "Log-ins and readings" }, heading: () => t("title"), lead: () => t("lead"), part: DoorRecord };
