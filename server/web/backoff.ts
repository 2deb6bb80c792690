// How long to wait before trying the server again: doubling, capped, with full jitter for ever.
const FIRST = 250;
const LONGEST = 10_000;

/** Milliseconds before try number `tries` (0 is the first after a loss). */
export const delay = (tries: number, random: number = Math.random()): number =>
  50 + random * Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 10));
