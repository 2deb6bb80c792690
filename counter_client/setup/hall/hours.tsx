// When the hall is open: the usual day, lunch, the week, special days, how a day ends; and what comes of it today.
import { Asks, Group } from "@web/form/form.tsx";
import type { HallConfig } from "@web/wire.ts";
import { addDays } from "@web/time/days.ts";
import { draft, put, replaceDraft } from "../draft/store.ts";
import { today } from "../draft/when.ts";
import type { SetupSection } from "../draft/section.tsx";
import { FigureRows } from "../rules/figures.tsx";
import { openingText, plainHours, useDays, weekdayName, withWeekday, t } from "./hours.ts";
import { DayHours, SpecialDays } from "./special_days.tsx";

function Week() {
  const { weekdays, hours } = draft.value!;
  const usual = t("as_usual", { hours: plainHours(hours ?? "always") });
  const day = (weekday: number) => {
    const at = weekdays.findIndex((one) => one.weekday === weekday);
    return (
      <li key={weekday}>
        <DayHours label={weekdayName(weekday)} own={weekdays[at]?.hours} usual={usual} begins={hours} where={`weekdays[${at}].hours`}
          onChange={(own) => put("weekdays")(withWeekday(weekdays, weekday, own))} />
      </li>
    );
  };
  return <Group title={t("week")} lead={t("week_lead")}><ul class="week">{[1, 2, 3, 4, 5, 6, 7].map(day)}</ul></Group>;
}

/** What customers meet today and tomorrow, before anything is saved. */
function Preview() {
  const days = useDays(today.value, 2);
  const wordsOf = (day: string) => openingText(days.get(day), day);
  return (
    <p class="hours-preview" aria-live="polite">
      <b>{t("today", { what: wordsOf(today.value) })}</b>
      <span>{t("tomorrow", { what: wordsOf(addDays(today.value, 1)) })}</span>
    </p>
  );
}

const SPAN = () => ({ opens: { label: t("from") }, closes: { label: t("to") } });

function HoursPart() {
  const config = draft.value!;
  const ask = (only: readonly (keyof HallConfig)[]) => <Asks<HallConfig> where="" item={config} set={replaceDraft} only={only} more={{ peak_hours: { more: SPAN } }} />;
  return (
    <>
      <Preview />
      <Group title={t("usual_day")}>{ask(config.hours ? ["hours", "lunch"] : ["hours"])}</Group>
      <Week />
      <SpecialDays />
      <Group title={t("closing")} lead={t("closing_lead")}><FigureRows group="day" home="hours" /></Group>
      {ask(["peak_hours", "peak_days"])}
    </>
  );
}

export const hours: SetupSection = {
  id: "hours",
  title: { zh: "营业时间", en: "Opening hours" },
  lead: () => t("lead"),
  part: HoursPart,
  keys: ["hours", "lunch", "weekdays", "special_days", "peak_hours", "peak_days"],
};
