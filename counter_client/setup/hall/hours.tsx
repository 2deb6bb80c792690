// When the hall is open: the usual day, lunch, the week, special days, how a day ends; and what comes of it today.
import type { Break } from "@web/wire.ts";
import { addDays } from "../draft/days.ts";
import { Clock, Field, Group, Section, Switch } from "@web/form/form.tsx";
import { Closing } from "./hours_closing.tsx";
import { useDays } from "../hours_days.ts";
import { HoursFields } from "./hours_fields.tsx";
import { Peaks } from "./hours_peaks.tsx";
import { SpecialDays } from "./hours_special.tsx";
import { t, title } from "./hours_texts.ts";
import { Week } from "./hours_week.tsx";
import { openingText } from "./hours_words.ts";
import { PROPOSED } from "./opening.ts";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { typedProblem } from "../draft/judged.ts";
import { draft, setup } from "../draft/store.ts";
import { today } from "../draft/today.ts";

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
