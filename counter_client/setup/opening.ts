// What a day is like in a hall, by the rule of server/domain/config/hours.py: special day, then weekday, then the usual.
import type { HallConfig, Hours, SpecialDay, Text, Weekday } from "@web/wire.ts";
import { weekdayOf, type Day } from "./days.ts";

type Opening = Pick<HallConfig, "hours" | "lunch" | "weekdays" | "special_days">;

export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
export const PROPOSED: Hours = { opens: "08:30", closes: "17:00" };

export interface DayPlan {
  why: "special" | "weekday" | "usual";
  /** null: shut. "always": round the clock. */
  hours: Hours | "always" | null;
  name: Text;
}

const NAMELESS: Text = { zh: "", en: "" };

export function dayPlan(config: Opening, day: Day): DayPlan {
  const special = config.special_days.find((one) => one.day === day);
  if (special) return { why: "special", hours: special.hours, name: special.name };
  const weekday = config.weekdays.find((one) => one.weekday === weekdayOf(day));
  if (weekday) return { why: "weekday", hours: weekday.hours, name: NAMELESS };
  return { why: "usual", hours: config.hours ?? "always", name: NAMELESS };
}

/** The part of lunch that falls into a day's hours, or null. */
export function lunchOf(config: Opening, plan: DayPlan): Hours | null {
  const { lunch } = config;
  if (!lunch || !plan.hours || plan.hours === "always") return null;
  const opens = lunch.begins > plan.hours.opens ? lunch.begins : plan.hours.opens;
  const closes = lunch.ends < plan.hours.closes ? lunch.ends : plan.hours.closes;
  return opens < closes ? { opens, closes } : null;
}

/** What is wrong with a pair of clocks while somebody types. */
export function wrongHours(hours: Hours): "clock" | "order" | null {
  if (!CLOCK.test(hours.opens) || !CLOCK.test(hours.closes)) return "clock";
  return hours.closes <= hours.opens ? "order" : null;
}

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
