// The days of the week that are not like the others: shut, or with hours of their own.
import type { Hours } from "@web/wire.ts";
import { Choice, Field, Group } from "@web/form/form.tsx";
import { HoursFields } from "./hours_fields.tsx";
import { t } from "./hours_texts.ts";
import { plainHours, weekdayName } from "./hours_words.ts";
import { PROPOSED, withWeekday } from "./opening.ts";
import { put } from "../draft/put.ts";
import { draft } from "../draft/store.ts";

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
