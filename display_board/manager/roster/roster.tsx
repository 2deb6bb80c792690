// Who works where on a day: the table by counter, copied from an earlier day and changed; who is absent, where counters lack (Q14).
import { useEffect, useRef, useState } from "preact/hooks";
import { get } from "@web/dialogue/post.ts";
import type { Live } from "@web/dialogue/live.ts";
import { noAnswer, Refusal } from "@web/dialogue/refusal.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import { Button, Dialog, notify, notifyRefusal, StateMark } from "@web/drawing/parts.tsx";
import { tx } from "@web/language/i18n.ts";
import { dayWords, spanWords } from "@web/time/hours.ts";
import type { ManagerView, RosterDay, Text } from "@web/wire.ts";
import { hide } from "../dialogs.ts";
import { another, before, drafted, gapText, inOrder, type Draft } from "./day.ts";
import { ShiftLine } from "./shift_line.tsx";
import { t } from "./roster_texts.ts";
import "./roster.css";

export function RosterDialog({ live }: { live: Live<ManagerView> }) {
  const [wanted, want] = useState("");
  const [day, show] = useState<RosterDay | null>(null);
  const [draft, change] = useState<readonly Draft[] | null>(null);
  const [warned, setWarned] = useState(false); // that a draft would be lost
  const [problem, setProblem] = useState<Text | null>(null);

  const read = (of: string): Promise<RosterDay> => get("/api/roster", { query: { day: of || null }, token: tokenOf("manager", "") });
  const refresh = () => read(wanted).then((one) => (show(one), setProblem(null)), (no: unknown) => setProblem((no instanceof Refusal ? no : noAnswer()).text));
  useEffect(() => void refresh(), [wanted]);

  const rows = draft ?? (day ? drafted(day) : []);
  const put = (nth: number, row: Draft | null) => change(rows.flatMap((one, n) => (n === nth ? (row ? [row] : []) : [one])));
  const leaving = useRef<HTMLDivElement>(null);
  /** Nothing that was planned and not saved is dropped unasked: then its two buttons are what comes next. */
  const keeps = (): boolean => {
    if (draft) leaving.current?.querySelector<HTMLElement>("button:enabled")?.focus();
    setWarned(draft !== null);
    return draft !== null;
  };
  const turnTo = (to: string) => keeps() || want(to);

  const copy = async (days: 1 | 7) => {
    const from = before(day!.day, days);
    const earlier = await read(from).catch(notifyRefusal);
    if (!earlier) return;
    const name = { day: tx(dayWords(from)) };
    if (!earlier.shifts.length) return notify(t("nothing_then", name));
    change(drafted(earlier));
    notify(t("copied", name), "good");
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const shifts = inOrder(rows, day!.counters);
    const done = await live.ask({ type: "plan_day", day: day!.day, shifts, seen: drafted(day!) }).catch(notifyRefusal);
    if (!done) return;
    notify(t("saved", { day: tx(dayWords(day!.day)) }), "good");
    change(null);
    await refresh();
  };
  const mark = async (person: string, absent: boolean) => {
    await live.ask({ type: "mark_absence", day: day!.day, person, absent }).catch(notifyRefusal);
    await refresh();
  };

  return (
    <Dialog title={t("title")} onClose={hide} keeps={keeps} wide>
      {problem && <p role="alert" class="problem">{tx(problem)}</p>}
      {!day && !problem && <p class="today" role="status">{t("reading")}</p>}
      {day && (
        <form class="roster" onSubmit={(event) => void save(event)}>
          <div class="which">
            <label>
              {t("day")}
              <select value={day.day} onChange={(event) => { const to = event.currentTarget.value; event.currentTarget.value = day.day; turnTo(to); }}>
                {day.days.map((one) => <option key={one} value={one}>{one === day.today ? t("today", { day: tx(dayWords(one)) }) : tx(dayWords(one))}</option>)}
              </select>
            </label>
            <Button onClick={() => void copy(1)}>{t("copy_day")}</Button>
            <Button onClick={() => void copy(7)}>{t("copy_week")}</Button>
            <small>{day.opens ? tx(spanWords(day)) : t("shut")}</small>
          </div>
          <Lacking day={day} />
          {!rows.length && <p class="today">{t("nobody")}</p>}
          <ol>
            {rows.map((row, nth) => (
              <ShiftLine key={nth} nth={nth + 1} row={row} day={day} put={(next) => put(nth, next)} mark={mark} />
            ))}
          </ol>
          <Button onClick={() => change([...rows, another(rows, day)])}>{t("add")}</Button>
          {day.half_hours.length > 0 && <HalfHours day={day} />}
          <div class="choices" ref={leaving}>
            <Button kind="primary" type="submit" disabled={!draft}>{t("save")}</Button>
            <Button onClick={hide}>{t(draft ? "leave" : "close")}</Button>
            {draft && <span role={warned ? "alert" : "status"}>{t(warned ? "save_first" : "unsaved")}</span>}
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** Of the roster as it is saved: a draft is reckoned once it is. */
function Lacking({ day }: { day: RosterDay }) {
  if (!day.shifts.length) return null;
  if (day.gaps.length) return <ul class="gaps" aria-live="polite">{day.gaps.map((gap) => <li key={gap.begins}><StateMark state="near" text={gapText(gap)} /></li>)}</ul>;
  return <p class="today">{t(day.half_hours.some(({ needed }) => needed) ? "enough" : "unknown")}</p>;
}

const HalfHours = ({ day }: { day: RosterDay }) => (
  <div class="half-hours" tabIndex={0} role="region" aria-label={t("half_hours")}>
    <table>
      <thead><tr><th scope="row">{t("half_hour")}</th>{day.half_hours.map(({ clock }) => <th key={clock} scope="col">{clock}</th>)}</tr></thead>
      <tbody>
        <tr><th scope="row">{t("needed")}</th>{day.half_hours.map(({ clock, needed }) => <td key={clock}>{needed ?? "—"}</td>)}</tr>
        <tr><th scope="row">{t("planned")}</th>{day.half_hours.map(({ clock, needed, planned }) => <td key={clock} class={(needed ?? 0) > planned ? "short" : ""}>{planned}</td>)}</tr>
      </tbody>
    </table>
  </div>
);
