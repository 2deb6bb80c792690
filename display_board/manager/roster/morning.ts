// The forecast beside the roster of one day, by half-hours: what the morning's meeting is told.
import type { ExpectedToday, HalfHour, RosterDay } from "@web/wire.ts";
import { t } from "./morning_texts.ts";

export interface Line {
  clock: string;
  expected: number | null;
  low: number;
  high: number;
  came: number | null;
  needed: number | null;
  planned: number | null;
  short: boolean;
}

const UNLIKE = 0.1; // of what is usual: from then on a day differs

/** Every half-hour that either of the two knows. */
export function lines(today: ExpectedToday, roster: Pick<RosterDay, "half_hours"> | null): Line[] {
  const known = new Map(today.half_hours.map((one) => [one.clock, one]));
  const planned = new Map<string, HalfHour>((roster?.half_hours ?? []).map((one) => [one.clock, one]));
  return [...new Set([...known.keys(), ...planned.keys()])].sort().map((clock) => {
    const [one, beside] = [known.get(clock), planned.get(clock)];
    return {
      clock,
      expected: one ? Math.round(one.expected) : null,
      low: one?.low ?? 0,
      high: one?.high ?? 0,
      came: one?.came ?? null,
      needed: beside?.needed ?? null,
      planned: beside?.planned ?? null,
      short: (beside?.needed ?? 0) > (beside?.planned ?? 0),
    };
  });
}

const most = (rows: readonly Line[], of: (row: Line) => number): Line | null => rows.reduce<Line | null>((best, row) => (of(row) > (best ? of(best) : 0) ? row : best), null);

/** The peak, the counters it takes, and how the day differs from others of its kind. */
export function headlines(today: ExpectedToday, rows: readonly Line[]): string[] {
  const peak = most(rows, (row) => row.expected ?? 0);
  const needs = most(rows, (row) => row.needed ?? 0);
  const { usual, expected } = today;
  const n = Math.abs(expected - (usual ?? 0));
  const unlike = expected && usual ? t(n < UNLIKE * usual ? "as_usual" : expected > usual ? "more" : "fewer", { n, usual }) : "";
  return [
    unlike,
    peak ? t("peak", { clock: peak.clock, expected: peak.expected ?? 0, low: peak.low, high: peak.high }) : "",
    needs ? t("needs", { n: needs.needed ?? 0, clock: needs.clock }) : "",
  ].filter((line) => line);
}
