// How a wait stands against the hall's goal and the threshold for amends, and what amends are open.
import type { State } from "@web/parts.tsx";
import type { ClerkTicket, GiftRow } from "@web/wire.ts";

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

/** A remedy neither given nor declined nor otherwise over. */
export const unsettled = (ticket: Pick<ClerkTicket, "remedy"> | null): boolean => ticket?.remedy?.unsettled ?? false;

/** Fen as yuan: "1.50". */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** What keeps a gift from being given (R07). */
export function barrier(gift: Pick<GiftRow, "stock" | "usable">): "out" | "dear" | null {
  if (gift.stock <= 0) return "out";
  return gift.usable ? null : "dear";
}
