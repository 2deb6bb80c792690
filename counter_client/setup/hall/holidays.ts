// Special days as people speak of them: "1 to 7 October, National Day", though the set-up knows single days.
import type { Hours, SpecialDay, Text } from "@web/wire.ts";
import { addDays, daysFrom, isDay, type Day } from "../draft/days.ts";
import { withoutDays } from "./opening.ts";

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
  const found: Span[] = [];
  for (const one of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = found[found.length - 1];
    if (last && addDays(last.to, 1) === one.day && alike(last, one)) last.to = one.day;
    else found.push({ from: one.day, to: one.day, name: one.name, hours: one.hours });
  }
  return found;
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
