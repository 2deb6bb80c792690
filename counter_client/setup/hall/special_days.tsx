// Holidays and special days: a month one can tap, a span to add, and the list of what is coming.
import { useSignal } from "@preact/signals";
import { Choice, Clock, Danger, Day, Field, Fields, Group, TwoTexts } from "@web/form/form.tsx";
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { DayShown, Hours, SpecialDay, Text } from "@web/wire.ts";
import { useAnswer } from "../draft/answer.ts";
import { addMonths, type Day as DayOf, daysFrom, monthOf, weekdayOf, weeksOf } from "../draft/days.ts";
import { typedProblem } from "../draft/judged.ts";
import { put } from "../draft/put.ts";
import { base, draft } from "../draft/store.ts";
import { today } from "../draft/today.ts";
import { dayText, monthText, plainHours, PROPOSED, type Span, spanFault, spans, spanText, useDays, weekdayName, withDay, withoutDays, withoutSpan, withSpan } from "./hours.ts";
import { t } from "./hours_texts.ts";

// From and to of a day; what is wrong with them the server says while they are typed.

interface Props {
  value: Hours;
  onChange: (hours: Hours) => void;
  where?: string;
  /** Of hours that stand at no place of the draft yet. */
  problem?: Text | null;
  /** Just "from" and "to", for hours that open and close nothing. */
  plain?: boolean;
}

export function HoursFields({ value, onChange, where, problem, plain }: Props) {
  const wrong = problem ?? (where ? typedProblem(where) : null);
  return (
    <div class="clocks">
      <Field label={t(plain ? "from" : "opens")} problem={wrong} where={where}><Clock value={value.opens} onChange={(opens) => onChange({ ...value, opens })} /></Field>
      <Field label={t(plain ? "to" : "closes")}><Clock value={value.closes} onChange={(closes) => onChange({ ...value, closes })} /></Field>
    </div>
  );
}

// "1 to 7 October we are shut": a span of days in one go.

interface Wanted {
  from: string;
  to: string;
  name: Text;
  hours: Hours | null;
}

export function AddSpan({ today }: { today: DayOf }) {
  const wanted = useSignal<Wanted | null>(null);
  const fresh = (): Wanted => ({ from: today, to: today, name: { zh: "", en: "" }, hours: null });
  if (!wanted.value) return <p><Button icon="clock" onClick={() => (wanted.value = fresh())}>{t("add_span")}</Button></p>;
  return <SpanForm wanted={wanted.value} onChange={(next) => (wanted.value = next)} onClose={() => (wanted.value = null)} />;
}

function SpanForm({ wanted, onChange, onClose }: { wanted: Wanted; onChange: (wanted: Wanted) => void; onClose: () => void }) {
  const { from, to, name, hours } = wanted;
  const set = (part: Partial<Wanted>) => onChange({ ...wanted, ...part });
  const fault = spanFault(from, to);
  const would = hours && !fault ? { ...draft.value!, special_days: withSpan(draft.value!.special_days, wanted) } : null;
  const judged = useAnswer("/api/setup/draft", would && { base: base.value!, config: would });
  const at = would ? `special_days[${would.special_days.findIndex((one) => one.day === from)}].hours` : "";
  const wrong = judged?.problems.find((one) => one.where === at)?.text ?? null;
  const add = (event: Event) => {
    event.preventDefault();
    const whole = { zh: name.zh || name.en, en: name.en || name.zh };
    put("special_days")(withSpan(draft.value!.special_days, { ...wanted, name: whole }));
    onClose();
  };
  const kinds = [{ value: "shut", label: t("shut") }, { value: "own", label: t("own_hours") }];
  return (
    <form class="span-form" onSubmit={add}>
      <Fields>
        {/* A holiday picked from the front takes its end along. */}
        <Field label={t("from")}><Day value={from} onChange={(day) => set({ from: day ?? "", to: day && day > to ? day : to })} /></Field>
        <Field label={t("to")} problem={fault && { zh: t(`span_${fault}`, {}, "zh"), en: t(`span_${fault}`, {}, "en") }}>
          <Day value={to} onChange={(day) => set({ to: day ?? "" })} />
        </Field>
      </Fields>
      <Field label={t("day_name")} hint={t("day_name_hint")}><TwoTexts value={name} onChange={(text) => set({ name: text })} /></Field>
      <Field label={t("these_days")}><Choice value={hours ? "own" : "shut"} options={kinds} onChange={(kind) => set({ hours: kind === "own" ? (draft.value!.hours ?? PROPOSED) : null })} /></Field>
      {hours && <HoursFields value={hours} problem={wrong} onChange={(next) => set({ hours: next })} />}
      <p class="buttons">
        <Button kind="primary" type="submit" disabled={fault !== null || !(name.zh || name.en)}>
          {fault ? t("add") : t("add_days", { n: daysFrom(from, to).length })}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </p>
    </form>
  );
}

// A month to tap: each day says what it is like, the chosen one is made special or ordinary below it.

export function Month({ today }: { today: DayOf }) {
  const month = useSignal(monthOf(today));
  const chosen = useSignal<DayOf>("");
  const days = useDays(`${month.value}-01`, 31);
  const turn = (by: number) => {
    month.value = addMonths(month.value, by);
    chosen.value = "";
  };
  return (
    <div class="month">
      <header>
        <Button kind="quiet" icon="back" aria-label={t("earlier")} onClick={() => turn(-1)} />
        <h3 aria-live="polite">{monthText(month.value)}</h3>
        <Button kind="quiet" icon="forward" aria-label={t("later")} onClick={() => turn(1)} />
      </header>
      <table aria-label={monthText(month.value)}>
        <thead><tr>{[1, 2, 3, 4, 5, 6, 7].map((n) => <th key={n} scope="col">{weekdayName(n)}</th>)}</tr></thead>
        <tbody>
          {weeksOf(month.value).map((week, nth) => (
            <tr key={nth}>
              {week.map((day, at) => (
                <td key={at}>{day && <DayCell day={day} plan={days.get(day)} today={today} chosen={chosen.value === day} onChoose={() => (chosen.value = chosen.value === day ? "" : day)} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen.value ? <DayForm key={chosen.value} day={chosen.value} plan={days.get(chosen.value)} /> : <p class="hint">{t("tap_a_day")}</p>}
    </div>
  );
}

/** Nothing is said of it while the server has not answered. */
type Plan = DayShown | undefined;

const looks = (plan: Plan): string => (plan ? `${plan.why}${plan.hours ? "" : " shut"}` : "");

/** In a cell there is room for two or three letters. */
const short = (plan: Plan): string => (!plan ? "" : plan.hours === null ? t("shut_short") : plan.why === "usual" ? "" : t("own_short"));

function DayCell({ day, plan, today, chosen, onChoose }: { day: DayOf; plan: Plan; today: DayOf; chosen: boolean; onChoose: () => void }) {
  const label = [dayText(day), weekdayName(weekdayOf(day)), plan && plainHours(plan.hours), plan && tx(plan.name)].filter(Boolean).join(t("comma"));
  return (
    <button type="button" class={`day ${looks(plan)}${day === today ? " today" : ""}`} aria-pressed={chosen} aria-label={label} onClick={onChoose}>
      <b>{Number(day.slice(8))}</b>
      <small>{short(plan)}</small>
    </button>
  );
}

function DayForm({ day, plan }: { day: DayOf; plan: Plan }) {
  const config = draft.value!;
  const at = config.special_days.findIndex((one) => one.day === day);
  const own = config.special_days[at];
  const usual = plan?.ordinary;
  const set = (changed: SpecialDay) => put("special_days")(withDay(config.special_days, changed));
  const usualHours = usual && usual !== "always" ? usual : PROPOSED;
  const choose = (kind: string) => {
    if (kind === "usual") return put("special_days")(withoutDays(config.special_days, [day]));
    const hours = kind === "shut" ? null : usualHours;
    const made = { zh: t(kind === "shut" ? "day_off" : "special_day", {}, "zh"), en: t(kind === "shut" ? "day_off" : "special_day", {}, "en") };
    set({ day, name: own?.name ?? made, hours });
  };
  const options = [
    { value: "usual", label: usual === undefined ? t("usual_day") : t("as_usual", { hours: plainHours(usual) }) },
    { value: "shut", label: t("shut") },
    { value: "own", label: t("own_hours") },
  ];
  return (
    <div class="day-form">
      <Field label={`${dayText(day)} ${weekdayName(weekdayOf(day))}`}>
        <Choice value={own ? (own.hours ? "own" : "shut") : "usual"} options={options} onChange={choose} />
      </Field>
      {own && <Field label={t("day_name")} where={`special_days[${at}].name`}><TwoTexts value={own.name} onChange={(name) => set({ ...own, name })} /></Field>}
      {own?.hours && <HoursFields value={own.hours} onChange={(hours) => set({ ...own, hours })} where={`special_days[${at}].hours`} />}
    </div>
  );
}

export function SpecialDays() {
  const all = spans(draft.value!.special_days);
  const coming = all.filter((span) => span.to >= today.value);
  const past = all.filter((span) => span.to < today.value);
  return (
    <Group title={t("special")} lead={t("special_lead")}>
      <AddSpan today={today.value} />
      <div class="special-days">
        <Month today={today.value} />
        <div>
          <h3>{t("coming")}</h3>
          {coming.length ? <Spans list={coming} /> : <p class="faint">{t("none_coming")}</p>}
          {past.length > 0 && (
            <details>
              <summary>{t("past", { n: past.length })}</summary>
              <Spans list={past} />
            </details>
          )}
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
        <Danger quiet label={t("remove_span", { span: `${spanText(span, today.value)} ${tx(span.name)}` })} onConfirm={() => put("special_days")(withoutSpan(draft.value!.special_days, span))}>
          {t("remove")}
        </Danger>
      </li>
    ))}
  </ul>
);
