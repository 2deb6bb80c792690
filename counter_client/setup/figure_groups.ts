// A hall's figures in the groups a manager thinks in; a figure nobody placed stands in the last one.
import type { Figures } from "@web/wire.ts";

export const GROUPS_OF_FIGURES = {
  waits: ["wait_goal_seconds", "remedy_threshold_seconds", "parked_time_waits", "busy_p90_seconds", "seats"],
  care: ["gift_cap_fen", "task_repeat_seconds", "internal_work_seconds"],
  calling: [
    "confirm_arrival",
    "max_recall",
    "last_call_from_recall",
    "requeue_tolerance",
    "max_requeue",
    "requeue_after",
    "priority_head_start_seconds",
    "priority_run_limit",
    "undo_seconds",
    "pause_alert_seconds",
    "bound_patience_seconds",
  ],
  numbers: ["series_start", "series_limit", "kiosk_priority", "numbers_a_minute", "asks_a_minute"],
  rating: [
    "rating_seconds",
    "wait_rating_seconds",
    "wait_question_share",
    "satisfied_from",
    "low_rating",
    "rated_minimum",
    "rating_series",
    "hasty_rating_ms",
  ],
  voice: ["speech_languages", "speech_rate", "hero_seconds"],
  day: ["near_close_rule", "near_close_grace_seconds", "day_close_after_seconds", "day_end_after_seconds"],
} as const satisfies Readonly<Record<string, readonly (keyof Figures)[]>>;

/** A figure of the server that has no group yet: not well typed until it gets one. */
export type Placed = (typeof GROUPS_OF_FIGURES)[keyof typeof GROUPS_OF_FIGURES][number];

export type FigureGroup = keyof typeof GROUPS_OF_FIGURES | "others";

export interface Grouped<T> {
  group: FigureGroup;
  figures: readonly T[];
}

export function grouped<T extends { name: string }>(figures: readonly T[]): Grouped<T>[] {
  const byName = new Map(figures.map((figure) => [figure.name, figure]));
  const found: Grouped<T>[] = Object.entries(GROUPS_OF_FIGURES).map(([group, names]) => ({
    group: group as FigureGroup,
    figures: names.flatMap((name) => byName.get(name) ?? []),
  }));
  const placed = new Set<string>(Object.values(GROUPS_OF_FIGURES).flat());
  const others = figures.filter((figure) => !placed.has(figure.name));
  return [...found, { group: "others" as const, figures: others }].filter(({ figures: some }) => some.length > 0);
}
