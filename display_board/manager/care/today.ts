// What today was forecast to be, asked for every few minutes: it changes by half-hours.
import { signal } from "@preact/signals";
import type { ExpectedToday } from "@web/wire.ts";
import { get } from "@web/dialogue/post.ts";
import { tokenOf } from "@web/dialogue/session.ts";

export const expectedToday = signal<ExpectedToday | null>(null);

const EVERY = 180_000;

/** Keeps asking until the answer is called; what was known last stays while the server is away. */
export function followToday(): () => void {
  let timer = 0;
  let over = false;
  const ask = () =>
    get("/api/reports/forecast/today", { token: tokenOf("manager", "") })
      .then((answer) => void (over || (expectedToday.value = answer)), () => undefined)
      .finally(() => !over && (timer = window.setTimeout(ask, EVERY)));
  void ask();
  return () => ((over = true), clearTimeout(timer));
}

export interface Bar {
  at: number;
  /** Shares of the highest: what was expected, and what came. */
  expected: number;
  came: number | null;
}

/** A pair of bars for each half-hour. */
export function bars({ half_hours }: Pick<ExpectedToday, "half_hours">): Bar[] {
  const most = Math.max(1, ...half_hours.map((one) => Math.max(one.expected, one.came ?? 0)));
  return half_hours.map((one, at) => ({ at, expected: one.expected / most, came: one.came === null ? null : one.came / most }));
}
