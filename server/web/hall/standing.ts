// How a wait stands against the hall's goal and the threshold for amends (Q04, R05): the same on every screen.
import type { State } from "../drawing/marks.tsx";
import type { ManagerView } from "../wire.ts";

/** Every view of people who wait carries them. */
export type Limits = Pick<ManagerView, "goal_seconds" | "threshold_seconds">;

/** From this share of the goal on there is still time to act. */
const NEAR = 0.8;

/** Seconds since a moment; none where there is no moment, or where this clock is behind the server's. */
export const since = (instant: string | null, now: number): number =>
  instant ? Math.max(0, (now - Date.parse(instant)) / 1000) : 0;

/** Strictly over: 10:00 keeps the goal and 20:00 earns no remedy. */
export function waitState(seconds: number, limits: Limits): State {
  if (seconds > limits.threshold_seconds) return "remedy";
  if (seconds > limits.goal_seconds) return "over";
  return seconds >= limits.goal_seconds * NEAR ? "near" : "good";
}
