// A draft's hours while somebody types them, its weekdays and special days; what comes of them the server says.
import type { Hours, SpecialDay, Weekday } from "@web/wire.ts";
import type { Day } from "../draft/days.ts";

export const PROPOSED: Hours = { opens: "08:30", closes: "17:00" };

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
