// The record of the door: log-ins, refusals, lock-outs, and who read about people or took a report away.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { clockText } from "@web/clock.ts";
import { lang, tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import { Refusal } from "@web/refusal.ts";
import type { NotedShown } from "@web/wire.ts";
import { get } from "../draft/http.ts";
import { t } from "./door_record_texts.ts";
import { Section } from "@web/form/form.tsx";
import { dayText, hallDay } from "../draft/days.ts";
import { byDay } from "./record.ts";
import type { SetupSection } from "../frame/section.ts";
import { setup } from "../draft/store.ts";

const STEP = 100;
const MOST = 500;
const STRANGERS = ["log_in_refused", "locked_out"];

const entries = signal<readonly NotedShown[] | null>(null);
const unread = signal<Refusal | null>(null);
const limit = signal(STEP);

async function read(): Promise<void> {
  try {
    entries.value = await get("/api/access_record", { query: { limit: limit.peek() } });
    unread.value = null;
  } catch (no) {
    if (!(no instanceof Refusal)) throw no;
    unread.value = no;
  }
}

const dayOf = (at: string) => hallDay(Date.parse(at), setup.value?.config.timezone);

function called(who: string): string {
  if (!who) return t("nobody");
  const person = setup.value?.names[who];
  return person ? `${person} (${who})` : who.replace(/^\w+:/, "");
}

const more = () => {
  limit.value = Math.min(MOST, limit.value + STEP);
  void read();
};

function DoorRecord() {
  useEffect(() => void read(), []);
  const found = entries.value;
  return (
    <Section title={t("title")} lead={t("lead")}>
      {unread.value && <p class="refused" role="alert">{t("unread", { why: tx(unread.value.text) })} <Button onClick={() => void read()}>{t("retry")}</Button></p>}
      {!found && !unread.value && <p role="status">{t("loading")}</p>}
      {found?.length === 0 && <p class="faint">{t("empty")}</p>}
      {byDay(found ?? [], dayOf).map(([day, those]) => (
        <section key={day} class="record-day">
          <h3>{dayText(day, lang.value)}</h3>
          <ol class="record">{those.map((entry, n) => <Line key={`${entry.at}${n}`} entry={entry} />)}</ol>
        </section>
      ))}
      {found && found.length >= limit.value && limit.value < MOST && <Button onClick={more}>{t("more")}</Button>}
    </Section>
  );
}

function Line({ entry }: { entry: NotedShown }) {
  const time = clockText(Date.parse(entry.last_at));
  const from = entry.address ? t("from", { address: entry.address }) : t("many");
  return (
    <li class={STRANGERS.includes(entry.what) ? "access refused-entry" : "access"}>
      <time dateTime={entry.at}>{clockText(Date.parse(entry.at))}</time>
      <div>
        <p><strong>{t(entry.what, { who: called(entry.who) })}</strong> <small>{from}</small></p>
        {entry.times > 1 && <p class="record-note">{t("times", { n: entry.times, time })}</p>}
        {entry.said.zh && <p class="record-note">{tx(entry.said)}</p>}
      </div>
    </li>
  );
}

export const doorRecord: SetupSection = { id: "door", title: { zh: "登录与查阅", en: "Log-ins and readings" }, part: DoorRecord };
