// A month to tap: each day says what it is like, the chosen one is made special or ordinary below it.
import { useSignal } from "@preact/signals";
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { DayShown, SpecialDay } from "@web/wire.ts";
import { addMonths, monthOf, weekdayOf, weeksOf, type Day } from "../draft/days.ts";
import { Choice, Field, TwoTexts } from "@web/form/form.tsx";
import { useDays } from "../hours_days.ts";
import { HoursFields } from "./hours_fields.tsx";
import { t } from "./hours_texts.ts";
import { dayText, monthText, plainHours, weekdayName } from "./hours_words.ts";
import { PROPOSED, withDay, withoutDays } from "./opening.ts";
import { put } from "../draft/put.ts";
import { draft } from "../draft/store.ts";

export function Month({ today }: { today: Day }) {
  const month = useSignal(monthOf(today));
  const chosen = useSignal<Day>("");
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

function DayCell({ day, plan, today, chosen, onChoose }: { day: Day; plan: Plan; today: Day; chosen: boolean; onChoose: () => void }) {
  const label = [dayText(day), weekdayName(weekdayOf(day)), plan && plainHours(plan.hours), plan && tx(plan.name)].filter(Boolean).join(t("comma"));
  return (
    <button type="button" class={`day ${looks(plan)}${day === today ? " today" : ""}`} aria-pressed={chosen} aria-label={label} onClick={onChoose}>
      <b>{Number(day.slice(8))}</b>
      <small>{short(plan)}</small>
    </button>
  );
}

function DayForm({ day, plan }: { day: Day; plan: Plan }) {
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
