// The half-hours of a waits report as a chart can draw them: mean and ninth tenth, in minutes.
import type { Report } from "./shapes.ts";

export type HalfHours = [number[], (number | null)[], (number | null)[]];

const minutes = (cell: unknown): number | null => (typeof cell === "number" ? cell / 60 : null);

/** Of each half-hour the last row, which is all businesses together. */
export function halfHours(report: Report | null): HalfHours {
  const table = report?.tables?.find((one) => one.id === "by_half_hour");
  const last = new Map<string, Record<string, unknown>>();
  for (const row of table?.rows ?? []) last.set(String(row.cells.clock), row.cells);
  const clocks = everyHalfHour(Array.from(last.keys()).sort());
  const day = report?.period.first ?? "1970-01-01";
  return [
    clocks.map((clock) => Date.parse(`${day}T${clock}:00+08:00`) / 1000),
    clocks.map((clock) => minutes(last.get(clock)?.mean)),
    clocks.map((clock) => minutes(last.get(clock)?.p90)),
  ];
}

export type Course = [number[], (number | null)[], (number | null)[], (number | null)[], (number | null)[]];

/** Of a forecast's day: what was expected, from and to, and what came; a half-hour that is still to come has no count. */
export function forecastCourse(report: Report | null): Course {
  const rows = report?.tables?.find((one) => one.id === "by_half_hour")?.rows ?? [];
  const cells = new Map(rows.map((row) => [String(row.cells.clock), row.cells]));
  const clocks = everyHalfHour(Array.from(cells.keys()).sort());
  const day = report?.period.first ?? "1970-01-01";
  const count = (name: string) => clocks.map((clock) => numberOf(cells.get(clock)?.[name]));
  return [clocks.map((clock) => Date.parse(`${day}T${clock}:00+08:00`) / 1000), count("expected"), count("low"), count("high"), count("came")];
}

const numberOf = (cell: unknown): number | null => (typeof cell === "number" ? cell : null);

/** From the first to the last of them; one in which nobody was called is a gap and no line drawn across it. */
function everyHalfHour(clocks: readonly string[]): string[] {
  const nth = (clock: string) => Number(clock.slice(0, 2)) * 2 + Number(clock.slice(3) >= "30");
  const [first, last] = [clocks[0], clocks[clocks.length - 1]];
  if (first === undefined || last === undefined) return [];
  const two = (n: number) => String(n).padStart(2, "0");
  return Array.from({ length: nth(last) - nth(first) + 1 }, (_, n) => `${two((nth(first) + n) >> 1)}:${(nth(first) + n) % 2 ? "30" : "00"}`);
}
