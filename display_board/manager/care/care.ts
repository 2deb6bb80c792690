// Figures of care as they may be shown: shares with their light, coverage, what the ladder does next and when.
import type { State } from "@web/drawing/marks.tsx";
import type { ManagerQueue, ManagerTicket, Share } from "@web/wire.ts";

/** So far below the hall's own aim a share is nearly kept. */
const NEARLY = 0.15;

/** An act this near is shown as something to prevent. */
export const SOON_SECONDS = 240;

/** Percent to one place, cut and never rounded up: 99.96 is not a hundred. */
export const percentText = ({ part, n }: Share): string => {
  const tenths = Math.floor((part * 1000) / n);
  return tenths % 10 ? (tenths / 10).toFixed(1) : String(tenths / 10);
};

/** Of those called, who was within the goal. */
export const within = ({ within_goal: part, called: n, enough }: Pick<ManagerQueue, "called" | "within_goal" | "enough">): Share => ({ part, n, enough });

/** No light without a share; `aim` is the hall's, 0 … 1. */
export function light({ part, n, enough }: Share, aim: number): State | null {
  if (!enough) return null;
  const share = part / n;
  return share >= aim ? "good" : share >= aim - NEARLY ? "near" : "over";
}

/** A case that still waits for somebody. */
export const unsettled = (state: string): boolean => state === "open" || state === "offered";

export interface NextAct {
  act: string;
  seconds: number;
  soon: boolean;
}

/** What the ladder does next to a waiting ticket; an act that is due now stands at nought. */
export function nextAct(ticket: Pick<ManagerTicket, "next_act" | "next_at">, now: number): NextAct | null {
  if (!ticket.next_act || !ticket.next_at) return null;
  const seconds = Math.max(0, Math.ceil((Date.parse(ticket.next_at) - now) / 1000));
  return { act: ticket.next_act, seconds, soon: seconds <= SOON_SECONDS };
}
