// When the hall is open: the usual day, lunch, the week, special days, how a day ends; and what comes of it today.
import { useSignal } from "@preact/signals";
import { Choice, Clock, Danger, Day, Field, Group, Rows, Section, Switch } from "@web/form/form.tsx";
import { Button } from "@web/parts.tsx";
import type { Break, Hours } from "@web/wire.ts";
import { addDays } from "../draft/days.ts";
import { typedProblem } from "../draft/judged.ts";
import { put } from "../draft/put.ts";
import { draft, setup } from "../draft/store.ts";
import { today } from "../draft/today.ts";
import { HoursFields, SpecialDays } from "./special_days.tsx";
import { t, title } from "./hours_texts.ts";
import { dayText, hoursText, openingText, plainHours, PROPOSED, useDays, weekdayName, withWeekday } from "./hours.ts";
import { FigureRow } from "../rules/figures.tsx";
import type { SetupSection } from "../frame/section.ts";

// How a day ends: who still gets a number near closing, who is still served, when the day is closed.

export function Closing() {
  const figures = setup.value!.figures.filter((figure) => figure.group === "day");
  return (
    <Group title={t("closing")} lead={t("closing_lead")}>
      <ul class="figures">{figures.map((figure) => <FigureRow key={figure.name} figure={figure} />)}</ul>
    </Group>
  );
}

// The hours and days a hall counts as its peak (Q04, Q05): reports and the goal's light look at them apart.

const MORNING: Hours = { opens: "09:30", closes: "11:30" };

export const Peaks = () => (
  <Group title={t("peaks")} lead={t("peaks_lead")}>
    <Rows items={draft.value!.peak_hours} onChange={put("peak_hours")} fresh={() => MORNING} title={hoursText} where="peak_hours" add={t("add_peak")} empty={t("no_peaks")} open>
      {(span, set, at) => <HoursFields value={span} onChange={set} where={`peak_hours[${at}]`} plain />}
    </Rows>
    <PeakDays />
  </Group>
);

function PeakDays() {
  const day = useSignal<string | null>(null);
  const days = draft.value!.peak_days;
  const add = () => {
    put("peak_days")(Array.from(new Set([...days, day.value!])).sort());
    day.value = null;
  };
  return (
    <>
      <div class="beside">
        <Field label={t("peak_day")} hint={t("peak_day_hint")} where="peak_days">
          <Day value={day.value} onChange={(next) => (day.value = next)} />
        </Field>
        <Button disabled={!day.value} onClick={add}>{t("add_peak_day")}</Button>
      </div>
      {days.length > 0 && (
        <ul class="spans">
          {days.map((one) => (
            <li key={one}>
              <b>{dayText(one)} <small>{one.slice(0, 4)}</small></b>
              <Danger quiet label={t("remove_span", { span: dayText(one) })} onConfirm={() => put("peak_days")(days.filter((other) => other !== one))}>{t("remove")}</Danger>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

// The days of the week that are not like the others: shut, or with hours of their own.

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const Week = () => (
  <Group title={t("week")} lead={t("week_lead")}>
    <ul class="week">{DAYS.map((weekday) => <li key={weekday}><Weekday weekday={weekday} /></li>)}</ul>
  </Group>
);

function Weekday({ weekday }: { weekday: number }) {
  const { weekdays, hours: usual } = draft.value!;
  const at = weekdays.findIndex((day) => day.weekday === weekday);
  const own = at < 0 ? undefined : weekdays[at]!.hours;
  const set = (hours: Hours | null | undefined) => put("weekdays")(withWeekday(weekdays, weekday, hours));
  const kind = own === undefined ? "usual" : own === null ? "shut" : "own";
  const options = [
    { value: "usual", label: t("as_usual", { hours: plainHours(usual ?? "always") }) },
    { value: "shut", label: t("shut") },
    { value: "own", label: t("own_hours") },
  ];
  const choose = (to: string) => set(to === "usual" ? undefined : to === "shut" ? null : (usual ?? PROPOSED));
  return (
    <>
      <Field label={weekdayName(weekday)}><Choice value={kind} options={options} onChange={choose} /></Field>
      {own && <HoursFields value={own} onChange={set} where={`weekdays[${at}].hours`} />}
    </>
  );
}

const NOON: Break = { begins: "12:00", ends: "13:00" };

const HoursPart = () => (
  <Section title={t("title")} lead={t("lead")}>
    <Preview />
    <Group title={t("usual_day")}>
      <Usual />
      <Lunch />
    </Group>
    <Week />
    <SpecialDays />
    <Closing />
    <Peaks />
  </Section>
);

/** What customers meet today and tomorrow, before anything is saved. */
function Preview() {
  const days = useDays(today.value, 2);
  const said = (day: string) => openingText(days.get(day), day);
  return (
    <p class="hours-preview" aria-live="polite">
      <b>{t("today", { what: said(today.value) })}</b>
      <span>{t("tomorrow", { what: said(addDays(today.value, 1)) })}</span>
    </p>
  );
}

function Usual() {
  const { hours } = draft.value!;
  return (
    <>
      <Field label={t("always")} hint={t("always_hint")}>
        <Switch value={hours === null} onChange={(always) => put("hours")(always ? null : (setup.value!.config.hours ?? PROPOSED))} />
      </Field>
      {hours && <HoursFields value={hours} onChange={put("hours")} where="hours" />}
    </>
  );
}

function Lunch() {
  const { lunch, hours } = draft.value!;
  if (!hours) return null;
  const set = (part: Partial<Break>) => put("lunch")({ ...(lunch ?? NOON), ...part });
  return (
    <>
      <Field label={t("lunch")} hint={t("lunch_hint")}>
        <Switch value={lunch !== null} onChange={(on) => put("lunch")(on ? (setup.value!.config.lunch ?? NOON) : null)} />
      </Field>
      {lunch && (
        <div class="clocks">
          <Field label={t("begins")} where="lunch" problem={typedProblem("lunch")}>
            <Clock value={lunch.begins} onChange={(begins) => set({ begins })} />
          </Field>
          <Field label={t("ends")}><Clock value={lunch.ends} onChange={(ends) => set({ ends })} /></Field>
        </div>
      )}
    </>
  );
}

export const hours: SetupSection = {
  id: "hours",
  title,
  part: HoursPart,
  keys: ["hours", "lunch", "weekdays", "special_days", "peak_hours", "peak_days"],
};
