// The record: planned changes that can be called off, past ones that can be taken back, who was let in or shut out.
import { signal } from "@preact/signals";
import { newName } from "@web/dialogue/asks.ts";
import { clockText } from "@web/time/clock.ts";
import { Danger, Group } from "@web/form/form.tsx";
import { fill, pairs, tx } from "@web/language/i18n.ts";
import { Badge } from "@web/drawing/parts.tsx";
import type { NotedShown, PlanShown as Plan } from "@web/wire.ts";
import { dayText } from "../draft/when.ts";
import { ask, type Entry, get, post } from "../draft/http.ts";
import { reload, setup } from "../draft/store.ts";
import { Changes } from "./changes.tsx";
import type { SetupSection } from "../draft/section.tsx";
import { liveList } from "@web/drawing/live_list.ts";
import { takenBack, dayOf, Record } from "./record.tsx";

const t = pairs({
  lead: ["谁在什么时候改了什么。撤销只取消那一次修改，之后的其他修改保留。", "Who changed what, and when. An undo takes back that one change; later ones stay."],
  plans: ["计划中的修改", "Planned changes"],
  plansLead: ["到日子的开门前自动生效；现在仍按原来的设置运行。", "They come into force by themselves before the hall opens on their day; until then nothing changes."],
  from: ["{day} 起生效", "In force from {day}"],
  by: ["{who} 安排", "planned by {who}"],
  dropPlan: ["取消计划", "Cancel the plan"],
  dropAgain: ["再点一次，取消计划", "Tap again to cancel it"],
  dropOf: ["取消 {day} 起的计划", "Cancel the plan from {day}"],
  dropped: ["计划已取消", "The plan is cancelled"],
  note: ["备注：{note}", "Note: {note}"],
  undoing: ["撤销 {when} 的修改", "Took back the change of {when}"],
  taken: ["已撤销", "taken back"],
  undo: ["撤销", "Undo"],
  undoAgain: ["再点一次撤销", "Tap again to undo"],
  undoOf: ["撤销 {who} {when} 的修改", "Undo {who}'s change of {when}"],
  undone: ["已撤销，立即生效", "Taken back, in force at once"],
  door: ["登录与查阅记录", "Log-ins and readings"],
  door_lead: ["谁在什么时候、从哪里登录，谁被拒绝，谁查看或导出了人员资料和报表。保存在本机，不能修改。", "Who logged in, when and from where, who was refused, who looked at or saved people's data and reports. Kept on this machine; nobody can change it here."],
  from_where: ["来自 {address}", "from {address}"],
  many: ["来自多处", "from many places"],
  times: ["共 {n} 次，最后 {time}", "{n} times, last at {time}"],
  nobody: ["没有这个工号的人", "a number nobody has"],
  system: ["系统", "System"],
});

const limit = signal(50);
const MOST = 200;
const lines = liveList(() => get("/api/setup/history", { query: { limit: limit.peek() } }));

const whenText = (at: string) => `${dayText(dayOf(at))} ${clockText(Date.parse(at))}`;
const act = (asked: Promise<unknown>, done: "undone" | "dropped") => void lines.act(asked.then(reload), () => t(done));

const Plans = ({ plans }: { plans: readonly Plan[] }) =>
  plans.length === 0 ? null : (
    <Group title={t("plans")} lead={t("plansLead")}>
      <ol class="record">
        {plans.map(({ plan, valid_from, by, note, changes }) => {
          const day = dayText(valid_from);
          return (
            <li key={plan} class="plan">
              <p><strong>{t("from", { day })}</strong> <small>{t("by", { who: setup.value!.names[by] ?? (by || t("system")) })}</small></p>
              {note && <p class="record-note">{t("note", { note })}</p>}
              <Changes changes={changes} />
              <Danger label={t("dropOf", { day })} again={t("dropAgain")} onConfirm={() => act(ask({ type: "drop_plan", plan }, newName()), "dropped")}>{t("dropPlan")}</Danger>
            </li>
          );
        })}
      </ol>
    </Group>
  );

function Line({ entry, all }: { entry: Entry; all: readonly Entry[] }) {
  const { title, name, note, changes, seq, at } = entry;
  const taken = takenBack(all).has(seq);
  const undone = entry.undoes ? all.find((other) => other.seq === entry.undoes) : undefined;
  return (
    <>
      <div>
        <p><strong>{undone ? t("undoing", { when: whenText(undone.at) }) : tx(title)}</strong> <small>{name || t("system")}</small> {taken && <Badge tone="near">{t("taken")}</Badge>}</p>
        {note && <p class="record-note">{t("note", { note })}</p>}
        {"in_words" in entry && entry.in_words.zh && <p class="record-note">{tx(entry.in_words)}</p>}
        {changes.length > 0 && <Changes changes={changes} />}
      </div>
      {entry.can_undo && !taken && (
        <Danger quiet label={t("undoOf", { who: name, when: whenText(at) })} again={t("undoAgain")} onConfirm={() => act(post("/api/setup/undo", { body: { id: newName(), seq } }), "undone")}>{t("undo")}</Danger>
      )}
    </>
  );
}

const History = () => (
  <Record lines={lines} limit={limit} most={MOST} top={<Plans plans={setup.value?.plans ?? []} />}>
    {(entry, all) => <Line entry={entry} all={all} />}
  </Record>
);

export const history: SetupSection = { id: "history", title: { zh: "修改记录", en: "Record of changes" }, lead: () => t("lead"), part: History };

// The record of the door: log-ins, refusals, lock-outs, and who read about people or took a report away.

const seenOfDoor = signal(100);
const atTheDoor = liveList(() => get("/api/access_record", { query: { limit: seenOfDoor.peek() } }));

function called(who: string): string {
  if (!who) return t("nobody");
  const person = setup.value?.names[who];
  return person ? `${person} (${who})` : who.replace(/^\w+:/, "");
}

const line = ({ title, said: words, who, address, times, last_at: last }: NotedShown) => (
  <div>
    <p>{fill(tx(title), { who: called(who) })} <small>{address ? t("from_where", { address }) : t("many")}</small></p>
    {times > 1 && <p class="record-note">{t("times", { n: times, time: clockText(Date.parse(last)) })}</p>}
    {words.zh && <p class="record-note">{tx(words)}</p>}
  </div>
);

const DoorRecord = () => <Record lines={atTheDoor} limit={seenOfDoor} most={500}>{line}</Record>;

export const doorRecord: SetupSection = { id: "door", title: { zh: "登录与查阅", en: "Log-ins and readings" }, heading: () => t("door"), lead: () => t("door_lead"), part: DoorRecord };
