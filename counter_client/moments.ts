// What can be done at which moment of a counter, and which key the clerk will want next.

import type { Action } from "./keys.ts";

export type Moment = "closed" | "open_idle" | "calling" | "serving" | "paused";
export type Why = "when_closed" | "when_idle" | "when_calling" | "when_serving" | "when_paused" | "no_undo";

/** As much of the counter's view as decides what its keys do. */
export interface Situation {
  state: string;
  undo: unknown;
  no_show_offered: boolean;
}

const POSSIBLE: Readonly<Record<Moment, readonly Action[]>> = {
  closed: ["start"],
  open_idle: ["next", "specific", "walk", "pause", "close", "profile", "undo"],
  calling: ["start", "recall", "no_show", "back"],
  serving: ["next", "finish", "transfer", "park", "add"],
  paused: ["pause", "close"],
};

const WHY: Readonly<Record<Moment, Why>> = {
  closed: "when_closed",
  open_idle: "when_idle",
  calling: "when_calling",
  serving: "when_serving",
  paused: "when_paused",
};

export const moment = (state: string): Moment => (state in POSSIBLE ? (state as Moment) : "closed");

export function possible(action: Action, here: Situation): boolean {
  return POSSIBLE[moment(here.state)].includes(action) && (action !== "undo" || here.undo !== null);
}

/** The words for a key that does nothing now; the clerk is told what would help. */
export function whyNot(action: Action, here: Situation): Why {
  return action === "undo" ? "no_undo" : WHY[moment(here.state)];
}

/** The one key to make obvious. */
export function obvious(here: Situation): Action {
  const now = moment(here.state);
  if (now === "calling") return here.no_show_offered ? "no_show" : "start";
  return now === "closed" ? "start" : now === "paused" ? "pause" : "next";
}
