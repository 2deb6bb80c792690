// What can be done at which moment of a counter, and which key the clerk will want next.

import type { Action } from "./keys.ts";

export type Moment = "closed" | "open_idle" | "calling" | "serving" | "paused";
export type Why = "when_closed" | "when_idle" | "when_calling" | "when_serving" | "when_paused" | "no_undo" | "no_remedy" | "when_remedy";

/** As much of the counter's view as decides what its keys do. */
export interface Situation {
  state: string;
  undo: unknown;
  no_show_offered: boolean;
  /** The hall wants to be told that the customer has come; without it a called one counts as served. */
  confirm_arrival: boolean;
  /** The customer here is owed a remedy (R06): nobody else is called before it is settled. */
  unsettled: boolean;
}

const POSSIBLE: Readonly<Record<Moment, readonly Action[]>> = {
  closed: ["start"],
  open_idle: ["next", "specific", "walk", "pause", "close", "profile", "undo"],
  calling: ["start", "recall", "no_show", "back", "profile"],
  serving: ["next", "finish", "transfer", "park", "add", "profile"],
  paused: ["pause", "close", "profile"],
};

/** Not "next": a second press of the space bar must not end a customer who is still on the way. */
const UNCONFIRMED: readonly Action[] = ["finish", "transfer", "park", "add"];

const WHY: Readonly<Record<Moment, Why>> = {
  closed: "when_closed",
  open_idle: "when_idle",
  calling: "when_calling",
  serving: "when_serving",
  paused: "when_paused",
};

export const moment = (state: string): Moment => (state in POSSIBLE ? (state as Moment) : "closed");

export function possible(action: Action, here: Situation): boolean {
  if (action === "undo" && here.undo === null) return false;
  if (action === "gift") return here.unsettled;
  if (action === "next" && here.unsettled) return false;
  const unconfirmed = here.state === "calling" && !here.confirm_arrival && UNCONFIRMED.includes(action);
  return unconfirmed || POSSIBLE[moment(here.state)].includes(action);
}

/** The words for a key that does nothing now; the clerk is told what would help. */
export function whyNot(action: Action, here: Situation): Why {
  if (action === "undo") return "no_undo";
  if (action === "gift") return "no_remedy";
  return action === "next" && here.unsettled && here.state === "serving" ? "when_remedy" : WHY[moment(here.state)];
}

/** The one key to make obvious. */
export function obvious(here: Situation): Action {
  const now = moment(here.state);
  if (now === "calling") return here.no_show_offered ? "no_show" : here.confirm_arrival ? "start" : "finish";
  return now === "closed" ? "start" : now === "paused" ? "pause" : "next";
}
