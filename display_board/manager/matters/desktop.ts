// When a manager who works in another window is told: once for each worst thing, while it is the worst, never for calm ones.
import type { State } from "@web/drawing/marks.tsx";
import type { Matter } from "./matters.ts";

const HEAVY: readonly State[] = ["remedy", "over"];
export const REST = 300_000; // ms before the same thing, gone and come again, is told again

export interface Notified {
  /** What stands and has been told. */
  ids: readonly string[];
  last: Readonly<Record<string, number>>;
}

export type Stands = Pick<Matter, "id" | "state" | "what">;

/** Where somebody begins: what stands there now is seen on the board. */
export const seen = (all: readonly Stands[]): Notified => ({ ids: all.map(({ id }) => id), last: {} });

export function toTell(notified: Notified, all: readonly Stands[], now: number): { notified: Notified; tell: Stands | null } {
  const ids = notified.ids.filter((id) => all.some((one) => one.id === id));
  const worst = all[0];
  const fresh = worst && HEAVY.includes(worst.state) && !ids.includes(worst.id) && now - (notified.last[worst.id] ?? -REST) >= REST;
  if (!fresh) return { notified: { ...notified, ids }, tell: null };
  return { notified: { ids: [...ids, worst.id], last: { ...notified.last, [worst.id]: now } }, tell: worst };
}
