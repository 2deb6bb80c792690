// How each ticket, each business and the whole hall stand, as four states.
import type { State } from "@web/marks.tsx";
import { since, waitState, type Limits } from "@web/standing.ts";
import type { ManagerService, ManagerTicket, ManagerView } from "@web/wire.ts";

/** The remedy of this wait is settled; the wait itself goes on. */
export const remedied = (ticket: Pick<ManagerTicket, "case">): boolean => ["given", "declined", "waived"].includes(ticket.case);

export function ticketState(ticket: Pick<ManagerTicket, "case">, seconds: number, limits: Limits): State {
  const state = waitState(seconds, limits);
  return state === "remedy" && remedied(ticket) ? "over" : state;
}

/** A business is as its longest wait is; one whose next customer would wait past the goal is near it. */
export function serviceState(service: ManagerService, now: number, limits: Limits): State {
  const state = waitState(since(service.longest_from, now), limits);
  const expected = service.wait.state === "minutes" && service.wait.minutes * 60 > limits.goal_seconds;
  return state === "good" && (expected || unserved(service)) ? "near" : state;
}

const watched = (service: ManagerService, now: number, limits: Limits): boolean =>
  waitState(since(service.longest_from, now), limits) === "good" && serviceState(service, now, limits) === "near";

export const unserved = (service: ManagerService): boolean => service.waiting > 0 && service.counters_open === 0;

/** Whole percent, never rounded up to a hundred that was not reached. */
export const percent = (part: number, whole: number): number => Math.floor((part * 100) / whole);

/** Called already, and still without the remedy they have earned. */
function calledButOwed(view: ManagerView): number {
  const waiting = view.waiting.map((ticket) => ticket.id);
  const owed = view.cases.rows.filter((row) => row.state === "open" || row.state === "offered");
  return owed.filter((row) => !waiting.includes(row.ticket)).length;
}

export interface Glance {
  remedy: number;
  over: number;
  near: number;
  watch: number; // businesses in trouble before any of their tickets is
  longest: number;
}

/** The hall in one line; counts of waiting tickets are of those listed, oldest first. */
export function glance(view: ManagerView, now: number): Glance {
  const waits = view.waiting.map((ticket) => since(ticket.clock_from, now));
  const states = view.waiting.map((ticket, n) => ticketState(ticket, waits[n]!, view));
  const count = (state: State) => states.filter((one) => one === state).length;
  return {
    remedy: count("remedy") + calledButOwed(view),
    over: count("over"),
    near: count("near"),
    watch: view.services.filter((service) => watched(service, now, view)).length,
    longest: Math.max(0, ...waits),
  };
}
