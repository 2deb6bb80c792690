// Which call stands large on the lobby board, and for how long (5.5): a value and pure steps.
import { effect, useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Live } from "@web/dialogue/live.ts";
import type { LobbyCall, LobbyView } from "@web/wire.ts";

export interface Announced {
  readonly call: string;
  readonly announcement: number;
  readonly number: string;
}

export interface Hero<C extends Announced> {
  readonly shown: C | null;
  readonly since: number; // ms, of the caller's clock
  readonly fresh: boolean; // came while the board was looking: worth a flash
  readonly unseen: readonly C[]; // oldest first
  readonly calls: readonly C[]; // as the server last listed them, newest first
}

/** Nobody can read a number and find the counter in less. */
export const LEAST_MS = 3000;

/** How many calls the server lists. */
const LISTED = 6;

export const turnKey = (call: Announced): string => `${call.call}/${call.announcement}`;

/** The first view: what was called before the board came up stands still, the newest large. */
export function begin<C extends Announced>(calls: readonly C[], now: number): Hero<C> {
  return { shown: calls[0] ?? null, since: now, fresh: false, unseen: [], calls };
}

/** A newer view: calls not met before get their turn, a newer one of the same number takes the older one's place. */
export function learn<C extends Announced>(hero: Hero<C>, calls: readonly C[]): Hero<C> {
  const met = new Set([...hero.calls, ...hero.unseen, ...(hero.shown ? [hero.shown] : [])].map(turnKey));
  const news = calls.filter((call) => !met.has(turnKey(call))).reverse();
  const again = new Set(news.map((call) => call.number));
  const back = takenBack(hero.calls, calls, news.length);
  const unseen = [...hero.unseen.filter((call) => !again.has(call.number) && !back.has(call.call)), ...news];
  // What was taken back holds its place against nobody.
  return { ...hero, calls, unseen, fresh: hero.fresh && !(hero.shown && back.has(hero.shown.call)) };
}

/** Calls that are no longer listed although there was room: missed, sent back to wait. Others were only pushed out. */
function takenBack(before: readonly Announced[], calls: readonly Announced[], news: number): Set<string> {
  const listed = new Set(calls.map((call) => call.call));
  return new Set(before.filter((call, at) => news + at < LISTED && !listed.has(call.call)).map((call) => call.call));
}

/** How long the shown call still keeps its place while others wait for theirs; 0: at once. */
export function holdMs<C extends Announced>(hero: Hero<C>, now: number, heroMs: number): number {
  if (!hero.shown || !hero.fresh || !hero.unseen.length) return 0;
  const turn = hero.unseen.length > 1 ? LEAST_MS : Math.max(heroMs, LEAST_MS);
  return Math.max(0, hero.since + turn - now);
}

/** Time has passed: the next unseen call, or, when all were seen, the newest that still stands. */
export function advance<C extends Announced>(hero: Hero<C>, now: number, heroMs: number): Hero<C> {
  const [next, ...later] = hero.unseen;
  if (next) return holdMs(hero, now, heroMs) ? hero : { ...hero, shown: next, since: now, fresh: true, unseen: later };
  const newest = hero.calls[0] ?? null;
  const same = newest === hero.shown || (newest && hero.shown && turnKey(newest) === turnKey(hero.shown));
  return same ? hero : { ...hero, shown: newest, since: now, fresh: false };
}

/** The five beside the hero: unseen ones are among them, so that no call is ever nowhere. */
export function others<C extends Announced>(hero: Hero<C>, count: number): readonly C[] {
  return hero.calls.filter((call) => call.call !== hero.shown?.call).slice(0, count);
}

// Gives every call its turn as the hero, and tells the server once that it was shown.
const nothing: Hero<LobbyCall> = { shown: null, since: 0, fresh: false, unseen: [], calls: [] };

export function useTurns(live: Live<LobbyView>, place: string): Signal<Hero<LobbyCall>> {
  const hero = useSignal(nothing);
  useEffect(() => takeTurns(live, hero), [live, hero]);
  useEffect(() => tellShown(live, hero, place), [live, hero, place]);
  return hero;
}

function takeTurns(live: Live<LobbyView>, hero: Signal<Hero<LobbyCall>>): () => void {
  let timer = 0;
  let begun = false;
  const turn = () => {
    clearTimeout(timer);
    const heroMs = (live.view.peek()?.hero_seconds ?? 0) * 1000;
    hero.value = advance(hero.peek(), performance.now(), heroMs);
    if (hero.peek().unseen.length) timer = setTimeout(turn, holdMs(hero.peek(), performance.now(), heroMs));
  };
  const stop = effect(() => {
    const calls = live.view.value?.calls;
    if (!calls) return;
    hero.value = begun ? learn(hero.peek(), calls) : begin(calls, performance.now());
    begun = true;
    turn();
  });
  return () => (clearTimeout(timer), stop());
}

function tellShown(live: Live<LobbyView>, hero: Signal<Hero<LobbyCall>>, place: string): () => void {
  let reported = "";
  return effect(() => {
    const call = hero.value.shown;
    if (!call || turnKey(call) === reported) return;
    reported = turnKey(call);
    // A refusal only means that the call is over: nobody waits for its receipt any more.
    live.ask({ type: "record_shown", call: call.call, screen: place && `lobby:${place}` }).catch(() => undefined);
  });
}
