// How each ticket, each line and the whole hall stand, as four states.
import type { State } from "@web/drawing/marks.tsx";
import { since, waitState, type Limits } from "@web/hall/standing.ts";
import type { ManagerQueue, ManagerTicket, ManagerView } from "@web/wire.ts";

/** The remedy of this wait is settled; the wait itself goes on. */
export const remedied = (ticket: Pick<ManagerTicket, "case">): boolean => ["given", "declined", "waived"].includes(ticket.case);

export function ticketState(ticket: Pick<ManagerTicket, "case">, seconds: number, limits: Limits): State {
  const state = waitState(seconds, limits);
  return state === "remedy" && remedied(ticket) ? "over" : state;
}

/** A line is as its longest wait is: a colour means a person. Whom nobody can call is in trouble before the goal. */
export function queueState(queue: ManagerQueue, now: number, limits: Limits): State {
  const state = waitState(since(queue.longest_from, now), limits);
  return state === "good" && unserved(queue) ? "near" : state;
}

/** A tile tells of the last half-hour, too; what is to be done goes by who waits. */
export function tileState(queue: ManagerQueue, now: number, limits: Limits): State {
  const state = queueState(queue, now, limits);
  return (state === "good" || state === "near") && slow(queue, limits) ? "over" : state;
}

/** One in ten of those called in the last half-hour waited longer than the goal (Q04). */
export const slow = ({ p90_seconds }: Pick<ManagerQueue, "p90_seconds">, { goal_seconds }: Limits): boolean => (p90_seconds ?? 0) > goal_seconds;

export const unserved = (queue: Pick<ManagerQueue, "waiting" | "counters_open">): boolean => queue.waiting > 0 && queue.counters_open === 0;

export interface Glance {
  over: number;
  longest: number;
}

/** The hall in two figures, of those listed, the oldest first. */
export function glance(view: ManagerView, now: number): Glance {
  const waits = view.waiting.map((ticket) => since(ticket.clock_from, now));
  return { over: waits.filter((seconds) => seconds > view.goal_seconds).length, longest: Math.max(0, ...waits) };
}
