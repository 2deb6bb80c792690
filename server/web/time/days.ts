// Calendar arithmetic on days like "2026-11-22" and months like "2026-11": no clock, no time zone, a week begins on Monday.

export type Day = string;
export type Month = string;

const MS = 86_400_000;
const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text)) && iso(at(text)) === text;
export const addDays = (day: Day, n: number): Day => iso(at(day) + n * MS);

/** 1 is Monday, 7 is Sunday, as the server counts. */
export const weekdayOf = (day: Day): number => new Date(at(day)).getUTCDay() || 7;
export const monthOf = (day: Day): Month => day.slice(0, 7);

export function addMonths(month: Month, n: number): Month {
  const [year, nth] = month.split("-").map(Number) as [number, number];
  return iso(Date.UTC(year, nth - 1 + n, 1)).slice(0, 7);
}

/** Both ends counted; nothing when they are the wrong way round. */
export function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The month as rows of seven; null stands before its first and behind its last day. */
export function weeksOf(month: Month): (Day | null)[][] {
  const days = daysFrom(`${month}-01`, addDays(`${addMonths(month, 1)}-01`, -1));
  const cells: (Day | null)[] = [...Array<null>(weekdayOf(days[0]!) - 1).fill(null), ...days];
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
}
