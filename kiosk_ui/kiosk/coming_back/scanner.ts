// A scanner that types as a keyboard does: quick letters and Enter, whatever screen stands there.
import { codeOf, LENGTH } from "../../../server/web/hall/code.ts";

export const PAUSE = 300; // ms: a scanner never pauses so long, a person who tabs through the screen does

export interface Scan {
  typed: string;
  at: number;
}

export const NO_SCAN: Scan = { typed: "", at: -Infinity };

/** What was typed so far; a pause begins anew. Keys that write nothing say nothing. */
export function heard(scan: Scan, key: string, at: number): Scan {
  const typed = at - scan.at > PAUSE ? "" : scan.typed;
  return { typed: key.length === 1 ? typed + key : typed, at };
}

const MOST_BY_HAND = 2; // letters in so short a time

/** Whether what was typed just now came from a scanner, whatever it was. */
export const byMachine = (scan: Scan, at: number): boolean => at - scan.at <= PAUSE && scan.typed.trim().length > MOST_BY_HAND;

/** What Enter ends, as it was read: a number's address holds letters small and large. "" where it was no scan. */
export const scanned = (scan: Scan, at: number): string => (at - scan.at <= PAUSE && codeOf(scan.typed).length >= LENGTH ? scan.typed : "");
