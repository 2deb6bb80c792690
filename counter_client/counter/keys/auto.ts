// "自动叫下一位": a counter that stands idle with nobody waiting calls whoever comes, once. Off unless switched on; a pause or a close
// switches it off. It only ever ends a moment in which nobody waited, so that it cannot empty the hall call after call.
import type { CounterView } from "@web/wire.ts";
import { possible } from "./moments.ts";

/** As much of the counter's view as decides it. */
export type Seen = Pick<CounterView, "state" | "can" | "ticket" | "parked" | "missed" | "next">;

const kept = (place: string) => `hallqueue.counter.${place}.auto`;

/** Outlives a page that is renewed, not the browser: tomorrow's clerk has not asked for it. */
export const isOn = (place: string): boolean => sessionStorage.getItem(kept(place)) !== null;

export function keep(place: string, on: boolean): void {
  if (on) sessionStorage.setItem(kept(place), "1");
  else sessionStorage.removeItem(kept(place));
}

/** Whether to call now, and whether the next view may make it call: `empty` means that nobody waited, and the counter was free. */
export function step(empty: boolean, view: Seen): { empty: boolean; call: boolean } {
  if (view.state !== "open_idle") return { empty: false, call: false };
  return view.next.length ? { empty: false, call: empty && possible("next", view) } : { empty: true, call: false };
}

export const stops = ({ state }: Pick<Seen, "state">): boolean => state === "closed" || state === "paused";
