// The half-hours of a waits report as a chart can draw them: mean and ninth tenth, in minutes.
import type { Report } from "./shapes.ts";

export type HalfHours = [number[], (number | null)[], (number | null)[]];

const minutes = (cell: unknown): number | null => (typeof cell === "number" ? cell / 60 : null);

/** Of each half-hour the last row, which is all businesses together. */
export function halfHours(report: Report | null): HalfHours {
  const table = report?.tables?.find((one) => one.id === "by_half_hour");
  const last = new Map<string, Record<string, unknown>>();
  for (const row of table?.rows ?? []) last.set(String(row.cells.clock), row.cells);
  const clocks = Array.from(last.keys()).sort();
  const day = report?.period.first ?? "1970-01-01";
  return [
    clocks.map((clock) => Date.parse(`${day}T${clock}:00+08:00`) / 1000),
    clocks.map((clock) => minutes(last.get(clock)!.mean)),
    clocks.map((clock) => minutes(last.get(clock)!.p90)),
  ];
}
