// A day's opening in words: "Sun 22 Nov 08:30–17:00, lunch 12:00–13:00".
import type { DayShown, Hours, SpecialDay, Text, Weekday } from "@web/wire.ts";
import { lang, tx } from "@web/language/i18n.ts";
import { useAnswer } from "../draft/answer.ts";
import { addDays, type Day, daysFrom, isDay, type Month, weekdayOf } from "@web/time/days.ts";
import { draft } from "../draft/store.ts";
import { t } from "./hours_texts.ts";

// A draft's hours while somebody types them, its weekdays and special days; what comes of them the server says.

/** A day of the week as its own hours, shut (null), or like the others (undefined); always in the week's order. */
export function withWeekday(weekdays: readonly Weekday[], weekday: number, hours: Hours | null | undefined): Weekday[] {
  const others = weekdays.filter((one) => one.weekday !== weekday);
  const all = hours === undefined ? others : [...others, { weekday, hours }];
  return all.sort((a, b) => a.weekday - b.weekday);
}

export function withDay(days: readonly SpecialDay[], day: SpecialDay): SpecialDay[] {
  return [...withoutDays(days, [day.day]), day].sort((a, b) => (a.day < b.day ? -1 : 1));
}

export const withoutDays = (days: readonly SpecialDay[], gone: readonly Day[]): SpecialDay[] =>
  days.filter((one) => !gone.includes(one.day));

// Special days as people speak of them: "1 to 7 October, National Day", though the set-up knows single days.

export interface Span {
  from: Day;
  to: Day;
  name: Text;
  hours: Hours | null;
}

export const LONGEST = 60; // days; a slip in the year would fill the calendar

const alike = (a: Span, b: SpecialDay): boolean =>
  JSON.stringify([a.name.zh, a.name.en, a.hours?.opens, a.hours?.closes]) ===
  JSON.stringify([b.name.zh, b.name.en, b.hours?.opens, b.hours?.closes]);

/** Days in a row with the same name and hours are one span. */
export function spans(days: readonly SpecialDay[]): Span[] {
  const open: Span[] = [];
  for (const one of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = open[open.length - 1];
    if (last && addDays(last.to, 1) === one.day && alike(last, one)) last.to = one.day;
    else open.push({ from: one.day, to: one.day, name: one.name, hours: one.hours });
  }
  return open;
}

export const upcoming = (days: readonly SpecialDay[], today: Day): Span[] => spans(days).filter((span) => span.to >= today);

export type SpanFault = "day" | "order" | "long";

export function spanFault(from: string, to: string): SpanFault | null {
  if (!isDay(from) || !isDay(to)) return "day";
  if (to < from) return "order";
  return addDays(from, LONGEST) <= to ? "long" : null;
}

/** Every day of the span becomes special; what was special among them is replaced. */
export function withSpan(days: readonly SpecialDay[], span: Span): SpecialDay[] {
  const own = daysFrom(span.from, span.to);
  const fresh = own.map((day) => ({ day, name: span.name, hours: span.hours }));
  return [...withoutDays(days, own), ...fresh].sort((a, b) => (a.day < b.day ? -1 : 1));
}

export const withoutSpan = (days: readonly SpecialDay[], span: Pick<Span, "from" | "to">): SpecialDay[] =>
  withoutDays(days, daysFrom(span.from, span.to));

// What the days of the draft are like, as the server says.

export type Days = ReadonlyMap<Day, DayShown>;

/** A day of which nothing is known yet is missing. */
export function useDays(first: Day, days: number): Days {
  const calendar = useAnswer("/api/setup/days", { config: draft.value!, first, days });
  return new Map((calendar ?? []).map((one) => [one.day, one]));
}

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
