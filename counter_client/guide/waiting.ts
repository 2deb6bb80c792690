// The waiting list of the guide: how a wait stands, what comes next when, whom a filter shows.
import type { State } from "@web/drawing/parts.tsx";
import { waitState, type Limits } from "@web/hall/standing.ts";
import type { GuideRow } from "@web/wire.ts";

export const FILTERS = ["all", "self", "prepare", "unexplained", "remedy", "priority"] as const;
export type Filter = (typeof FILTERS)[number];

export const due = (row: Pick<GuideRow, "case">): boolean => row.case === "open" || row.case === "offered";

const SHOWS: Readonly<Record<Filter, (row: GuideRow) => boolean>> = {
  all: () => true,
  self: ({ ways }) => ways.includes("self_service") || ways.includes("e_channel"),
  prepare: ({ ways }) => ways.includes("prepared"),
  unexplained: (row) => row.reached.includes("explain") && !row.explained,
  remedy: due,
  priority: (row) => row.priority,
};

export const shown = (rows: readonly GuideRow[], filter: Filter): readonly GuideRow[] => rows.filter(SHOWS[filter]);

/** Whether something helps that is no counter (Q13). */
export const suited = ({ ways, state }: Pick<GuideRow, "ways" | "state">): boolean => ways.length > 0 && state === "waiting";

export const waitedSeconds = (row: Pick<GuideRow, "clock_from">, now: number): number =>
  Math.max(0, (now - Date.parse(row.clock_from)) / 1000);

/** A remedy is due when there is a case for it: one that is settled, or not drawn (R09), is owed no more. */
export function rowState(row: Pick<GuideRow, "case" | "clock_from">, limits: Limits, now: number): State {
  if (due(row)) return "remedy";
  const state = waitState(waitedSeconds(row, now), limits);
  return state === "remedy" ? "over" : state;
}

/** Said before the fact only: behind the threshold the row itself says it. */
export const mayWaitTooLong = (row: Pick<GuideRow, "at_risk" | "clock_from">, limits: Limits, now: number): boolean =>
  row.at_risk && waitedSeconds(row, now) <= limits.threshold_seconds;

export interface Coming {
  act: string;
  seconds: number;
  /** Near enough to walk there now. */
  near: boolean;
}

const NEAR = 240;

/** The next rung before it is reached (R12); null after the last one. */
export function coming(row: Pick<GuideRow, "next_act" | "next_at">, now: number): Coming | null {
  if (!row.next_act || !row.next_at) return null;
  const seconds = Math.max(0, Math.ceil((Date.parse(row.next_at) - now) / 1000));
  return { act: row.next_act, seconds, near: seconds <= NEAR };
}

const CLAUSE = /[^，。；,.;！!？?]*\{ahead\}[^，。；,.;！!？?]*/g;

/**
 * The words {ahead} and {wait} of a script (R02), filled for one customer; Chinese needs no space between them.
 * "There are 0 ahead of you" is no comfort: where nobody is, the clause says `first` instead.
 */
export const spoken = (script: string, ahead: number, wait: string, first: string): string =>
  (ahead > 0 ? script.replace(/\{ahead\}/g, String(ahead)) : script.replace(CLAUSE, (clause) => (clause.startsWith(" ") ? ` ${first}` : first)))
    .replace(/\{wait\}/g, () => wait)
    .replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, "$1");
