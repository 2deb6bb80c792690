// When a manager who works in another window is told: once for each worst thing, while it is the worst, never for calm ones.
import type { State } from "@web/drawing/marks.tsx";
import type { Matter } from "./matters.ts";

const HEAVY: readonly State[] = ["remedy", "over"];
export const REST = 300_000; // ms before the same thing, gone and come again, is told again

export interface Told {
  /** What stands and has been told. */
  ids: readonly string[];
  last: Readonly<Record<string, number>>;
}

export type Stands = Pick<Matter, "id" | "state" | "what">;

/** Where somebody begins: what stands there now is seen on the board. */
export const seen = (all: readonly Stands[]): Told => ({ ids: all.map(({ id }) => id), last: {} });

export function toTell(told: Told, all: readonly Stands[], now: number): { told: Told; tell: Stands | null } {
  const ids = told.ids.filter((id) => all.some((one) => one.id === id));
  const worst = all[0];
  const fresh = worst && HEAVY.includes(worst.state) && !ids.includes(worst.id) && now - (told.last[worst.id] ?? -REST) >= REST;
  if (!fresh) return { told: { ...told, ids }, tell: null };
  return { told: { ids: [...ids, worst.id], last: { ...told.last, [worst.id]: now } }, tell: worst };
}
