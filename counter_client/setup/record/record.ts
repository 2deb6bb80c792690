// The record's lines put in days, and which of them were taken back.
import { together } from "@web/hall/together.ts";
import type { Entry } from "../draft/http.ts";

/** Newest day first, as the lines come; each day's lines in their own order. */
export const byDay = <E extends { at: string }>(entries: readonly E[], dayOf: (at: string) => string) =>
  together(entries, ({ at }) => dayOf(at));

/** Changes that were taken back and not put in force again by taking back the taking back. */
export function takenBack(entries: readonly Entry[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const entry of entries) {
    if (entry.undoes && !taken.has(entry.seq)) taken.add(entry.undoes); // newest first: what undid it is known by now
  }
  return taken;
}
