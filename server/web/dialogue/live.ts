// A page's line to the hall: the newest whole view, whether it is fresh, and a way to ask.
import { batch, computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { Asks } from "./asks.ts";
import { hallZone, now, tellTime } from "../time/clock.ts";
import { hallSpeaks, lang, spokenWith, type Reader } from "../language/i18n.ts";
import { post } from "./post.ts";
import type { Actor, Bye, Command, Cue, DoneOf, Fault, FromServer } from "./protocol.ts";
import { tellBuild } from "./reload.ts";
import { renewToken, tokenOf } from "./session.ts";
import { freshnessOf, openSocket, type Freshness } from "./socket.ts";

const PROTOCOL = 1;
/** Of the page as it was loaded; the list of devices tells by it who shows an old one. */
const build = document.documentElement.dataset.build ?? "";

export interface Live<V> {
  view: Signal<V | null>;
  online: Signal<boolean>;
  freshness: ReadonlySignal<Freshness>;
  /** This screen's own clock, in ms, when the server last spoke. */
  lastAt: Signal<number>;
  faults: Signal<readonly Fault[]>;
  actor: Signal<Actor | null>;
  /** The server has closed the door (a wrong token, say). */
  bye: Signal<Bye | null>;
  /** Rejects with a Refusal. The same `name` again is the same wish. */
  ask<C extends Command>(command: C, name?: string): Promise<DoneOf<C>>;
  /** Says an unanswered ask no more; its promise stays open. */
  forget(name: string): void;
  /** Takes a wish back that never went out; false where the hall may have heard it. */
  withdraw(name: string): boolean;
  onCue(handler: (cue: Cue) => void): void;
  /** Says something that needs no answer; lost while the line is down. */
  tell(message: object): void;
  close(): void;
}

const reader = ({ id, language }: Actor, token: string): Reader => ({
  id,
  language,
  keep: (chosen) => post("/api/me/language", { body: { language: chosen }, token }),
});

export function connect<V>(screen: string, place: string): Live<V> {
  const view = signal<V | null>(null);
  const online = signal(false);
  const lastAt = signal(Date.now());
  const faults = signal<readonly Fault[]>([]);
  const actor = signal<Actor | null>(null);
  const bye = signal<Bye | null>(null);
  const handlers: ((cue: Cue) => void)[] = [];

  const heard = (message: FromServer<V>) => {
    lastAt.value = Date.now();
    if ("time" in message) tellTime(message.time);
    if ("build" in message) tellBuild(message.build);
    if ("zone" in message && message.zone) hallZone.value = message.zone;
    switch (message.type) {
      case "welcome":
        actor.value = message.actor;
        hallSpeaks(message.languages);
        if (message.actor.kind === "person") spokenWith(reader(message.actor, tokenOf(screen, place)));
        online.value = true;
        return asks.resend();
      case "view":
        view.value = message.view;
        return;
      case "beat":
        hallSpeaks(message.languages);
        faults.value = message.faults;
        return;
      case "token":
        return renewToken(screen, place, message.token);
      case "cue":
        return handlers.forEach((handle) => handle(message));
      case "done":
      case "refused":
        return asks.answer(message);
      case "bye":
        bye.value = message;
        return socket.close();
    }
  };

  const socket = openSocket("/ws", {
    hello: () => ({ type: "hello", protocol: PROTOCOL, token: tokenOf(screen, place), screen, place, language: lang.peek(), build, now: new Date().toISOString() }),
    heard: (message) => batch(() => heard(message)),
    lost: () => (online.value = false),
  });
  const asks = new Asks((ask) => online.peek() && socket.send(ask));
  return {
    view,
    online,
    lastAt,
    faults,
    actor,
    bye,
    freshness: computed(() => {
      void now.value; // look again every second
      return freshnessOf(Date.now() - lastAt.value);
    }),
    ask: (command, name) => asks.add(command, name),
    forget: (name) => asks.forget(name),
    withdraw: (name) => asks.withdraw(name),
    onCue: (handler) => void handlers.push(handler),
    tell: (message) => void (online.peek() && socket.send(message)),
    close: socket.close,
  };
}
