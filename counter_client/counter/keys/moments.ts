// What the counter's view says can be done, put to the keys of the console; and which key the clerk will want next.
import type { ClerkTicket, CounterCan, CounterView } from "@web/wire.ts";
import type { Action } from "./keys.ts";

export type Moment = "closed" | "open_idle" | "calling" | "serving" | "paused";
export type Why = Exclude<CounterCan[keyof CounterCan], ""> | "no_parked" | "no_missed";

/** As much of the counter's view as decides what its keys do. */
export type Situation = Pick<CounterView, "state" | "can" | "ticket" | "parked" | "missed">;

const MOMENTS: readonly string[] = ["closed", "open_idle", "calling", "serving", "paused"];

/** What a key asks of the hall; three keys mean another command at another moment. */
const COMMANDS: Readonly<Record<Exclude<Action, "next" | "start" | "pause" | "auto" | "restore">, keyof CounterCan>> = {
  finish: "finish_ticket",
  unsolved: "finish_ticket",
  recall: "recall",
  no_show: "mark_no_show",
  back: "return_to_queue",
  specific: "call_specific",
  transfer: "transfer_ticket",
  park: "park_ticket",
  add: "add_service",
  walk: "walk_direct",
  change: "change_service",
  divert: "divert",
  undo: "undo_last",
  gift: "give_gift",
  close: "close_counter",
  profile: "change_profile",
  resume: "call_specific", // somebody is called from a list
};

/** A state that a newer server may have invented is shown as a closed counter. */
export const moment = (state: string): Moment => (MOMENTS.includes(state) ? (state as Moment) : "closed");

function command(action: Exclude<Action, "auto" | "restore">, state: string): keyof CounterCan {
  if (action === "next") return state === "serving" ? "finish_and_next" : "call_next";
  if (action === "start") return state === "closed" ? "open_counter" : "start_service";
  if (action === "pause") return state === "paused" ? "resume_counter" : "pause_counter";
  return COMMANDS[action];
}

/** Why a key does nothing now, so that the clerk can be told what would help; null where it does something. */
export function whyNot(action: Action, situation: Situation): Why | null {
  if (action === "auto") return (["closed", "paused"].includes(situation.state) && situation.can.call_next) || null;
  if (action === "restore") return situation.missed.some(({ usable }) => usable) ? null : "no_missed";
  const why = situation.can[command(action, situation.state)] || null;
  return action === "resume" && !why && !situation.parked.some(({ usable }) => usable) ? "no_parked" : why;
}

export const possible = (action: Action, situation: Situation): boolean => whyNot(action, situation) === null;

/** The one key to make obvious. */
export function obvious(situation: Situation): Action {
  if (situation.ticket?.no_show_offered && possible("no_show", situation)) return "no_show";
  if (situation.state === "calling") return possible("finish", situation) ? "finish" : "start";
  if (situation.state === "paused") return "pause";
  return situation.state === "open_idle" || situation.state === "serving" ? "next" : "start";
}

/** A remedy neither given nor declined nor otherwise over. */
export const unsettled = (ticket: Pick<ClerkTicket, "remedy"> | null): boolean => ticket?.remedy?.unsettled ?? false;

/** Seconds of handling so far; time parked is not handling. */
export function handled(startedAt: string | null, parkedSeconds: number, now: number): number {
  return startedAt ? Math.max(0, (now - Date.parse(startedAt)) / 1000 - parkedSeconds) : 0;
}
