// What the evaluator shows: the hall's step, with the reasons and the thanks in between.
import type { EvaluatorView } from "@web/wire.ts";

export type Scene = "idle" | "rate" | "reasons" | "rate_wait" | "thanks";

/** What this screen itself remembers of the customer in front of it. */
export interface Remembered {
  /** The evaluation that was answered on this screen. */
  answered: string;
  /** The evaluation whose reasons are given or not wanted. */
  explained: string;
  thanked: string;
}

export const NOBODY: Remembered = { answered: "", explained: "", thanked: "" };
export const LEVELS = [5, 4, 3, 2, 1] as const;
export const REASON_SECONDS = 15;
export const THANKS_SECONDS = 5;

type Seen = Pick<EvaluatorView, "step" | "evaluation" | "low" | "rating_seconds" | "wait_rating_seconds">;

/** A hall that has closed the question already is still thanked for: the customer stands here. */
export function sceneOf(view: Seen, remembered: Remembered): Scene {
  const thanks = remembered.answered && remembered.answered !== remembered.thanked;
  if (view.step === "rate") return "rate";
  if (view.step === "rate_wait" || view.step === "thanks") {
    if (view.low && remembered.explained !== view.evaluation) return "reasons";
    if (view.step === "rate_wait") return "rate_wait";
    return remembered.thanked === view.evaluation ? "idle" : "thanks";
  }
  return thanks ? "thanks" : "idle";
}

/** How long a scene waits for a tap; 0: for ever. */
export function patience(scene: Scene, view: Seen): number {
  switch (scene) {
    case "rate":
      return view.rating_seconds;
    case "rate_wait":
      return view.wait_rating_seconds;
    case "reasons":
      return REASON_SECONDS;
    case "thanks":
      return THANKS_SECONDS;
    default:
      return 0;
  }
}

/** Whole seconds to show; the last one is a 1. */
export const secondsLeft = (since: number, total: number, now: number): number =>
  Math.min(total, Math.max(0, Math.ceil(total - (now - since) / 1000)));
