// Stepping through days, weeks and months by hall dates, "2024-07-10"; no clock of this machine is asked.
import type { Period } from "./shapes.ts";

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A day inside the period before or after; months keep to their first so that none is left out. */
export function step(date: string, period: Period, by: number): string {
  if (period === "year") return `${Number(date.slice(0, 4)) + by}-01-01`;
  if (period !== "month") return iso(Date.parse(date) + by * DAY * (period === "week" ? 7 : 1));
  const [year = 0, month = 1] = date.split("-").map(Number);
  return iso(Date.UTC(year, month - 1 + by, 1));
}

export const monthOf = (date: string): string => date.slice(0, 7);

/** A month may be locked when it is over. */
export const isOver = (month: string, today: string): boolean => month < monthOf(today);
