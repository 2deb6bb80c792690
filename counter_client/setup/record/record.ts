// The record's lines put in days, and which of them were taken back.
import type { Entry } from "../draft/http.ts";

/** Newest day first, as the lines come; each day's lines in their own order. */
export function byDay<E extends { at: string }>(entries: readonly E[], dayOf: (at: string) => string): (readonly [string, readonly E[]])[] {
  const days = new Map<string, E[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return Array.from(days);
}

/** Changes that were taken back and not put in force again by taking back the taking back. */
export function takenBack(entries: readonly Entry[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const entry of entries) {
    if (entry.undoes && !taken.has(entry.seq)) taken.add(entry.undoes); // newest first: what undid it is known by now
  }
  return taken;
}
