import type { ChangeShown as Change, PlanShown as Plan } from "@web/wire.ts";
// Since when a figure holds, and what will become of it.

interface Past {
  at: string;
  name: string;
  changes: readonly Change[];
}

/** Since when the value in force is in force, and by whom; null for one nobody ever changed. The newest entry is first. */
export function inForceSince<T extends Past>(history: readonly T[], path: string): T | null {
  return history.find((entry) => entry.changes.some((change) => change.path === path)) ?? null;
}

/** Figures that are edited where one looks for them, and there alone: the voice's with the voice, the day's with the hours. */
export const placeOf = ({ name, group }: { name: string; group: string }): string =>
  group === "day" ? "hours" : name.startsWith("speech_") ? "voice" : "figures";

export interface Coming {
  from: string;
  value: unknown;
}

/** What a plan will make of it, the soonest first. */
export function comingTo(plans: readonly Plan[], path: string): Coming | null {
  const planned = plans.flatMap(({ valid_from, changes }) =>
    changes.filter((change) => change.path === path).map((change) => ({ from: valid_from, value: change.after })),
  );
  return planned.sort((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null;
}
