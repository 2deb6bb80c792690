// The record: planned changes that can be called off, past ones that can be taken back, who was let in or shut out.
import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { clockText } from "@web/clock.ts";
import { lang, tx } from "@web/i18n.ts";
import { newName } from "@web/asks.ts";
import { Badge, Button, notify, notifyRefusal } from "@web/parts.tsx";
import { Refusal } from "@web/refusal.ts";
import type { Text } from "@web/wire.ts";
import { Changes } from "../frame/changes.tsx";
import { Danger, Group, Section } from "@web/form/form.tsx";
import { ask, get, post } from "../draft/http.ts";
import { dayText, hallDay } from "../draft/days.ts";
import { t } from "./history_texts.ts";
import { byDay, inWords, takenBack } from "./record.ts";
import type { SetupSection } from "../frame/section.ts";
import type { Entry, Plan } from "../draft/shapes.ts";
import { reload, setup } from "../draft/store.ts";

const STEP = 50;
const MOST = 200;
const entries = signal<readonly Entry[] | null>(null);
const unread = signal<Refusal | null>(null);
const limit = signal(STEP);

const zone = () => setup.value?.config.timezone;
const dayOf = (at: string) => hallDay(Date.parse(at), zone());
const whenText = (at: string) => `${dayText(dayOf(at), lang.value)} ${clockText(Date.parse(at))}`;
const nameOf = (who: string) => (who === "" || who === "system" ? t("system") : (setup.value?.names[who] ?? who));

async function read(): Promise<void> {
  try {
    entries.value = await get("/api/setup/history", { query: { limit: limit.peek() } });
    unread.value = null;
  } catch (no) {
    if (!(no instanceof Refusal)) throw no;
    unread.value = no;
  }
}

/** What an opaque id is called: a person by name, a screen by the name it was given. */
const devices = signal<Readonly<Record<string, string>>>({});
const readDevices = () =>
  get("/api/devices").then(
    (found) => (devices.value = Object.fromEntries(found.map((device) => [device.device_id, device.name]))),
    () => undefined, // the record can be read without
  );
const called = (subject: string): string => {
  const person = setup.value?.names[subject];
  return person ? `${person} (${subject})` : devices.value[subject] || subject;
};

const words = (): Record<string, string> => {
  const { roles = {}, device_roles = {} } = setup.value?.choices ?? {};
  return Object.fromEntries(Object.entries({ ...roles, ...device_roles, ...FIELDS }).map(([code, text]) => [code, tx(text)]));
};
const FIELDS: Record<string, Text> = { name: { zh: "姓名", en: "name" }, role: { zh: "角色", en: "role" }, place: { zh: "位置", en: "place" } };

const after = (done: Promise<unknown>, text: string): void =>
  void done.then(() => notify(text, "good")).then(reload).then(read).catch(notifyRefusal);

const undo = (seq: number) => after(post("/api/setup/undo", { body: { id: newName(), seq } }), t("undone"));
const drop = (plan: string) => after(ask({ type: "drop_plan", plan }, newName()), t("dropped"));

function History() {
  useEffect(() => void readDevices(), []);
  useEffect(() => effect(() => void (setup.value?.seq, limit.value, read())), []);
  const found = entries.value;
  const taken = takenBack(found ?? []);
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Plans plans={setup.value?.plans ?? []} />
      {unread.value && <p class="refused" role="alert">{t("unread", { why: tx(unread.value.text) })} <Button onClick={() => void read()}>{t("retry")}</Button></p>}
      {!found && !unread.value && <p role="status">{t("loading")}</p>}
      {found?.length === 0 && <p class="faint">{t("empty")}</p>}
      {byDay(found ?? [], dayOf).map(([day, those]) => (
        <section key={day} class="record-day">
          <h3>{dayText(day, lang.value)}</h3>
          <ol class="record">{those.map((entry) => <Line key={entry.seq} entry={entry} taken={taken.has(entry.seq)} all={found!} />)}</ol>
        </section>
      ))}
      {found && found.length >= limit.value && limit.value < MOST && <Button onClick={() => (limit.value = Math.min(MOST, limit.value + STEP * 3))}>{t("more")}</Button>}
    </Section>
  );
}

const Plans = ({ plans }: { plans: readonly Plan[] }) =>
  plans.length === 0 ? null : (
    <Group title={t("plans")} lead={t("plansLead")}>
      <ol class="record">
        {plans.map((plan) => {
          const day = dayText(plan.valid_from, lang.value);
          return (
            <li key={plan.plan} class="plan">
              <p><strong>{t("from", { day })}</strong> <small>{t("by", { who: nameOf(plan.by) })}</small></p>
              {plan.note && <p class="record-note">{t("note", { note: plan.note })}</p>}
              <Changes changes={plan.changes} />
              <Danger label={t("dropOf", { day })} again={t("dropAgain")} onConfirm={() => drop(plan.plan)}>{t("dropPlan")}</Danger>
            </li>
          );
        })}
      </ol>
    </Group>
  );

function Line({ entry, taken, all }: { entry: Entry; taken: boolean; all: readonly Entry[] }) {
  return (
    <li class={entry.kind}>
      <time dateTime={entry.at}>{clockText(Date.parse(entry.at))}</time>
      <div>
        <p><strong>{title(entry, all)}</strong> <small>{entry.name || nameOf("")}</small> {taken && <Badge tone="near">{t("taken")}</Badge>}</p>
        {entry.note && <p class="record-note">{t("note", { note: entry.note })}</p>}
        {"detail" in entry && entry.detail && <p class="record-note">{inWords(entry.detail, words())}</p>}
        {entry.changes.length > 0 && <Changes changes={entry.changes} />}
      </div>
      {entry.can_undo && !taken && (
        <Danger quiet label={t("undoOf", { who: entry.name, when: whenText(entry.at) })} again={t("undoAgain")} onConfirm={() => undo(entry.seq)}>{t("undo")}</Danger>
      )}
    </li>
  );
}

const ACCESS = [
  "person_added", "person_changed", "person_withdrawn", "person_readmitted", "person_put_out", "password_reset",
  "device_paired", "device_changed", "device_revoked", "device_rotated", "locked_out", "drill_held",
] as const;

function accessTitle(what: string, subject: string): string {
  const known = ACCESS.find((one) => one === what);
  return known ? t(known, { subject }) : `${what} ${subject}`;
}

function title(entry: Entry, all: readonly Entry[]): string {
    if (entry.kind === "access") return accessTitle(entry.what, called(entry.subject));
  if (entry.kind === "plan") return t("planned", { day: dayText(entry.valid_from, lang.value) });
  if (entry.kind === "plan_dropped") return t("planDropped");
  const undone = entry.undoes ? all.find((other) => other.seq === entry.undoes) : undefined;
  if (entry.undoes) return undone ? t("undoing", { when: whenText(undone.at) }) : t("undoingOld");
  if (!entry.changes.length) return t("first");
  return t(entry.plan ? "byPlan" : "changed");
}

export const history: SetupSection = { id: "history", title: { zh: "修改记录", en: "Record of changes" }, part: History };
