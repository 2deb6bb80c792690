// How a wait stands against the hall's goal and the threshold for amends.
import type { State } from "@web/parts";

const NEAR = 0.8;

/** Strictly more than the figure is over it (R05): a wait of exactly 10:00 is within the goal. */
export function standing(seconds: number, goal: number, threshold: number): State {
  if (seconds > threshold) return "remedy";
  if (seconds > goal) return "over";
  return seconds > goal * NEAR ? "near" : "good";
}

/** Seconds of handling so far; time parked is not handling. */
export function handled(startedAt: string | null, parkedSeconds: number, now: number): number {
  return startedAt ? Math.max(0, (now - Date.parse(startedAt)) / 1000 - parkedSeconds) : 0;
}
