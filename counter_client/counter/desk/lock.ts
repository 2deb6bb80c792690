// A console nobody touches locks itself; it never locks while a customer is at the counter.
import { effect, signal } from "@preact/signals";
import { now } from "@web/time/clock.ts";
import type { Live } from "@web/dialogue/live.ts";
import { post } from "@web/dialogue/post.ts";
import { forgetToken, loginOf, tokenOf } from "@web/dialogue/session.ts";
import type { CounterView } from "@web/wire.ts";

export const LOCKS_AFTER = 5 * 60_000;
const INPUT = ["keydown", "pointerdown", "pointermove", "wheel"];
const kept = (place: string) => `hallqueue.counter.${place}.locked`;

export const locked = signal(false);

/** A reload must not open the lock: it is kept on the device. */
function turn(place: string, on: boolean): void {
  locked.value = on;
  if (on) localStorage.setItem(kept(place), "1");
  else localStorage.removeItem(kept(place));
}

export function watchIdle(live: Live<CounterView>, place: string): () => void {
  let touched = Date.now();
  const touch = () => (touched = Date.now());
  locked.value = localStorage.getItem(kept(place)) !== null;
  INPUT.forEach((kind) => window.addEventListener(kind, touch, { passive: true }));
  const stop = effect(() => {
    void now.value; // look again every second
    if (live.view.value?.ticket) touch();
    else if (Date.now() - touched > LOCKS_AFTER) turn(place, true);
  });
  return () => {
    stop();
    INPUT.forEach((kind) => window.removeEventListener(kind, touch));
  };
}

/** Rejects with a Refusal. The running session goes on; the one that proved the password ends at once. */
export async function unlock(actor: string, password: string, place: string): Promise<void> {
  const proof = await post("/api/login", { body: { login: loginOf(actor), password, place } });
  turn(place, false);
  void post("/api/logout", { token: proof.token }).catch(() => undefined);
}

export async function logOut(place: string): Promise<void> {
  await post("/api/logout", { token: tokenOf("counter", place) }).catch(() => undefined);
  forgetToken("counter", place);
  turn(place, false);
  location.reload();
}
