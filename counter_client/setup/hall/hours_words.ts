// A day's opening in words: "Sun 22 Nov 08:30–17:00, lunch 12:00–13:00".
import { lang, tx } from "../../../server/web/i18n.ts";
import type { DayShown, Hours, Text } from "@web/wire.ts";
import { addDays, weekdayOf, type Day, type Month } from "../draft/days.ts";
import type { Span } from "./holidays.ts";
import { t } from "./hours_texts.ts";

const MONDAY = "2026-03-02";
export const weekdayName = (weekday: number): string => dateText(addDays(MONDAY, weekday - 1), { weekday: "short" });
export const hoursText = (hours: Hours): string => `${hours.opens}–${hours.closes}`;

/** "10月1日" or "1 Oct". */
export const dayText = (day: Day): string => dateText(day, { month: lang.value === "zh" ? "long" : "short", day: "numeric" });
export const monthText = (month: Month): string => dateText(`${month}-01`, { year: "numeric", month: "long" });

function dateText(day: Day, parts: Intl.DateTimeFormatOptions): string {
  const locale = lang.value === "zh" ? "zh-CN" : "en-GB";
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** "08:30–17:00", "round the clock", "closed". */
export const plainHours = (hours: Hours | "always" | null): string =>
  hours === null ? t("shut") : hours === "always" ? t("whole_day") : hoursText(hours);

const named = (name: Text): string => (tx(name) ? t("named", { name: tx(name) }) : "");

/** Without an answer of the server: the weekday alone. */
export function openingText(plan: DayShown | undefined, day: Day): string {
  if (!plan) return t("on_weekday", { weekday: weekdayName(weekdayOf(day)) });
  const { lunch } = plan;
  const break_ = lunch ? t("with_lunch", { hours: hoursText({ opens: lunch.begins, closes: lunch.ends }) }) : "";
  return `${t("on_weekday", { weekday: weekdayName(weekdayOf(day)) })}${plainHours(plan.hours)}${break_}${named(plan.name)}`;
}

/** With its year when that is not this one. */
export function spanText({ from, to }: Pick<Span, "from" | "to">, today: Day): string {
  const year = from.slice(0, 4) === today.slice(0, 4) ? undefined : ("numeric" as const);
  const first = dateText(from, { year, month: lang.value === "zh" ? "long" : "short", day: "numeric" });
  return from === to ? first : `${first}–${dayText(to)}`;
}
