// The many states of a ticket as the few a customer has to tell apart.
import type { TicketView } from "@web/wire.ts";

type Moment = Pick<TicketView, "state" | "ahead">;
export type Phase = "onTheWay" | "waiting" | "called" | "serving" | "parked" | "missed" | "over" | "cancelled" | "left" | "expired" | "ended";

const PHASES: Record<string, Phase> = {
  away: "onTheWay",
  waiting: "waiting",
  form_filling: "waiting",
  called: "called",
  serving: "serving",
  parked: "parked",
  no_show: "missed",
  finished: "over",
  cancelled: "cancelled",
  walkout: "left",
  expired: "expired",
  ended_by_system: "ended",
};

const ENDS: readonly Phase[] = ["over", "cancelled", "left", "expired", "ended"];

const NEAR = 3; // people ahead: time to come back into the hall

export const isNear = ({ ahead }: Pick<TicketView, "ahead">): boolean => ahead <= NEAR;

/** In line, here or on the way. */
export const stands = (now: Phase): boolean => now === "waiting" || now === "onTheWay";

/** Between two looks the line has come that far; one that was as near already, or let others pass, has not. */
export const comesNear = (before: Moment, after: Moment): boolean => stands(phase(after.state)) && !isNear(before) && isNear(after);

/** The number is of no more use, for whatever reason. */
export const isOver = (now: Phase): boolean => ENDS.includes(now);

/** Each end says what happened: whoever left of their own will has not been served. */
export const phase = (state: string): Phase => PHASES[state] ?? "over";
