// Numbers that this kiosk gives by itself while the server cannot be reached, from the block kept for it (D2).
import type { Text } from "../../../server/web/wire.ts";

export interface Lease {
  day: string;
  first: number;
  last: number;
}

export interface Given {
  /** The request's name, under which it is told to the server until that has answered. */
  name: string;
  service: string;
  title: Text;
  number: string;
  ordinal: number;
  /** This device's own clock, in ms; told as "so long ago". */
  at: number;
  language: string;
  priority: "ordinary" | "priority";
  priority_reason: string;
  /** The name of the ask that got no answer, when this number was given for the same tap; "" where there was none. */
  instead_of: string;
}

export interface Kept {
  lease: Lease | null;
  /** Letter -> the last ordinal given from the block. */
  used: Record<string, number>;
  /** Not yet told to the server, oldest first. */
  given: Given[];
}

export const NOTHING: Kept = { lease: null, used: {}, given: [] };

/** The same block again keeps what was used of it; another one begins anew. What was given stays to be told. */
export function leased(kept: Kept, lease: Lease | null): Kept {
  const same = kept.lease && lease && kept.lease.day === lease.day && kept.lease.first === lease.first;
  return same ? kept : { ...kept, lease, used: {} };
}

/** Without a block of today, or when it is used up, there is no number. */
export function nextOrdinal({ lease, used }: Kept, letter: string, day: string): number | null {
  if (!lease || lease.day !== day) return null;
  const next = Math.max(lease.first, (used[letter] ?? 0) + 1);
  return next > lease.last ? null : next;
}

type Wish = Omit<Given, "number" | "ordinal">;

/** The number, and what to keep before it is shown; null when there is none. */
export function give(kept: Kept, letter: string, day: string, wish: Wish): { given: Given; kept: Kept } | null {
  const ordinal = nextOrdinal(kept, letter, day);
  if (ordinal === null) return null;
  const given = { ...wish, ordinal, number: letter + String(ordinal).padStart(3, "0") };
  return { given, kept: { ...kept, used: { ...kept.used, [letter]: ordinal }, given: [...kept.given, given] } };
}

export const reported = (kept: Kept, name: string): Kept => ({ ...kept, given: kept.given.filter((one) => one.name !== name) });
