// Gives every call its turn as the hero, and tells the server once that it was shown.
import type { Live } from "@web/live.ts";
import type { LobbyCall, LobbyView } from "@web/wire.ts";
import { effect, useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { advance, begin, holdMs, learn, turnKey, type Hero } from "./hero.ts";

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
  let told = "";
  return effect(() => {
    const call = hero.value.shown;
    if (!call || turnKey(call) === told) return;
    told = turnKey(call);
    // A refusal only means that the call is over: nobody waits for its receipt any more.
    live.ask({ type: "record_shown", call: call.call, screen: place && `lobby:${place}` }).catch(() => undefined);
  });
}
