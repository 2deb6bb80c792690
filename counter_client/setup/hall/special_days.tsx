// Holidays and special days: a month one can tap, a span to add, and the list of what is coming.
import { useSignal } from "@preact/signals";
import { Ask, Choice, Danger, Day, Field, Fields, Group, PartFields } from "@web/form/form.tsx";
import { tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { DayShown, Hours, SpecialDay } from "@web/wire.ts";
import { freshOf } from "../draft/asked.ts";
import { addMonths, type Day as DayOf, daysFrom, monthOf, weekdayOf, weeksOf } from "@web/time/days.ts";
import { draft, put } from "../draft/store.ts";
import { today } from "../draft/when.ts";
import { dayText, monthText, plainHours, type Span, spanFault, spans, spanText, upcoming, useDays, weekdayName, withDays, withoutDays, withoutSpan, withSpan, t } from "./hours.ts";

interface DayProps {
  label: string;
  /** Its own hours; null: shut, undefined: like other days. */
  own: Hours | null | undefined;
  /** What other days are like; left out where it must be one of the two. */
  usual?: string;
  begins: Hours | null;
  where: string;
  onChange: (own: Hours | null | undefined) => void;
}

/** A day as usual, shut, or with hours of its own. */
export function DayHours({ label, own, usual, begins, where, onChange }: DayProps) {
  const kind = own === undefined ? "usual" : own === null ? "shut" : "own";
  const options = (["usual", "shut", "own"] as const).filter((one) => one !== "usual" || usual !== undefined);
  const words = { usual: usual ?? "", shut: t("shut"), own: t("own_hours") };
  const choose = (to: string) => onChange(to === "usual" ? undefined : to === "shut" ? null : (begins ?? (freshOf("peak_hours") as Hours)));
  return (
    <>
      <Field label={label}><Choice value={kind} options={options.map((one) => ({ value: one, label: words[one] }))} onChange={choose} /></Field>
      {own && <PartFields where={where} item={own} set={onChange} />}
    </>
  );
}

const NAMELESS = { zh: "", en: "" };
const keep = put("special_days");

/** "1 to 7 October we are shut": a span of days in one go. */
function AddSpan() {
  const wanted = useSignal<Span | null>(null);
  const span = wanted.value;
  if (!span) return <p><Button icon="clock" onClick={() => (wanted.value = { from: today.value, to: today.value, name: NAMELESS, hours: null })}>{t("add_span")}</Button></p>;
  const { from, to, name, hours } = span;
  const set = (part: Partial<Span>) => (wanted.value = { ...span, ...part });
  const fault = spanFault(from, to);
  const add = (event: Event) => {
    event.preventDefault();
    keep(withSpan(draft.value!.special_days, { ...span, name: { zh: name.zh || name.en, en: name.en } }));
    wanted.value = null;
  };
  return (
    <form class="span-form" onSubmit={add}>
      <Fields>
        {/* A holiday picked from the front takes its end along. */}
        <Field label={t("from")}><Day value={from} onChange={(day) => set({ from: day ?? "", to: day && day > to ? day : to })} /></Field>
        <Field label={t("to")} problem={fault && t(`span_${fault}`)}>
          <Day value={to} onChange={(day) => set({ to: day ?? "" })} />
        </Field>
      </Fields>
      <Ask where="special_days.name" value={name} onChange={(given) => set({ name: given })} />
      <DayHours label={t("these_days")} own={hours} begins={draft.value!.hours} where="special_days.hours" onChange={(own) => set({ hours: own ?? null })} />
      <p class="buttons">
        <Button kind="primary" type="submit" disabled={fault !== null || !(name.zh + name.en).trim()}>{fault ? t("add") : t("add_days", { n: daysFrom(from, to).length })}</Button>
        <Button onClick={() => (wanted.value = null)}>{t("cancel")}</Button>
      </p>
    </form>
  );
}

// A month to tap: each day says what it is like, the chosen one is made special or ordinary below it.

function Month() {
  const month = useSignal(monthOf(today.value));
  const chosen = useSignal<DayOf>("");
  const days = useDays(`${month.value}-01`, 31);
  const turn = (by: number) => {
    month.value = addMonths(month.value, by);
    chosen.value = "";
  };
  const cell = (day: DayOf | null, at: number) => <td key={at}>{day && <DayCell day={day} plan={days.get(day)} chosen={chosen.value === day} onChoose={() => (chosen.value = chosen.value === day ? "" : day)} />}</td>;
  return (
    <div class="month">
      <header>
        <Button kind="quiet" icon="back" aria-label={t("earlier")} onClick={() => turn(-1)} />
        <h3 aria-live="polite">{monthText(month.value)}</h3>
        <Button kind="quiet" icon="forward" aria-label={t("later")} onClick={() => turn(1)} />
      </header>
      <table aria-label={monthText(month.value)}>
        <thead><tr>{[1, 2, 3, 4, 5, 6, 7].map((n) => <th key={n} scope="col">{weekdayName(n)}</th>)}</tr></thead>
        <tbody>{weeksOf(month.value).map((week, nth) => <tr key={nth}>{week.map(cell)}</tr>)}</tbody>
      </table>
      {chosen.value ? <DayForm key={chosen.value} day={chosen.value} plan={days.get(chosen.value)} /> : <p class="hint">{t("tap_a_day")}</p>}
    </div>
  );
}

/** Nothing is said of it while the server has not answered. */
type Plan = DayShown | undefined;

/** In a cell there is room for two or three letters. */
const short = (plan: Plan): string => (!plan ? "" : plan.hours === null ? t("shut_short") : plan.why === "usual" ? "" : t("own_short"));

function DayCell({ day, plan, chosen, onChoose }: { day: DayOf; plan: Plan; chosen: boolean; onChoose: () => void }) {
  const label = [dayText(day), weekdayName(weekdayOf(day)), plan && plainHours(plan.hours), plan && tx(plan.name)].filter(Boolean).join(t("comma"));
  const looks = [plan?.why, plan && !plan.hours && "shut", day === today.value && "today"].filter(Boolean).join(" ");
  return (
    <button type="button" class={`day ${looks}`} aria-pressed={chosen} aria-label={label} onClick={onChoose}>
      <b>{Number(day.slice(8))}</b>
      <small>{short(plan)}</small>
    </button>
  );
}

function DayForm({ day, plan }: { day: DayOf; plan: Plan }) {
  const { special_days: days } = draft.value!;
  const at = days.findIndex((one) => one.day === day);
  const own = days[at];
  const usual = plan?.ordinary;
  const choose = (hours: SpecialDay["hours"] | undefined) => {
    if (hours === undefined) return keep(withoutDays(days, [day]));
    const made = hours ? "special_day" : "day_off";
    keep(withDays(days, [{ day, name: own?.name ?? { zh: t(made, {}, "zh"), en: t(made, {}, "en") }, hours }]));
  };
  return (
    <div class="day-form">
      <DayHours label={`${dayText(day)} ${weekdayName(weekdayOf(day))}`} own={own?.hours} begins={usual && usual !== "always" ? usual : null} where={`special_days[${at}].hours`}
        usual={usual === undefined ? t("usual_day") : t("as_usual", { hours: plainHours(usual) })} onChange={choose} />
      {own && <Ask where={`special_days[${at}].name`} value={own.name} onChange={(name) => keep(withDays(days, [{ ...own, name }]))} />}
    </div>
  );
}

export function SpecialDays() {
  const days = draft.value!.special_days;
  const coming = upcoming(days, today.value);
  const past = spans(days).filter((span) => !coming.some(({ from }) => from === span.from));
  return (
    <Group title={t("special")} lead={t("special_lead")}>
      <AddSpan />
      <div class="special-days">
        <Month />
        <div>
          <h3>{t("coming")}</h3>
          {coming.length ? <Spans list={coming} /> : <p class="faint">{t("none_coming")}</p>}
          {past.length > 0 && <details><summary>{t("past", { n: past.length })}</summary><Spans list={past} /></details>}
        </div>
      </div>
    </Group>
  );
}

const Spans = ({ list }: { list: readonly Span[] }) => (
  <ul class="spans">
    {list.map((span) => (
      <li key={span.from}>
        <span><b>{spanText(span, today.value)}</b> {tx(span.name)}</span>
        <span class={span.hours ? "" : "shut"}>{plainHours(span.hours)}</span>
        <Danger quiet label={t("remove_span", { span: `${spanText(span, today.value)} ${tx(span.name)}` })} onConfirm={() => keep(withoutSpan(draft.value!.special_days, span))}>{t("remove")}</Danger>
      </li>
    ))}
  </ul>
);
