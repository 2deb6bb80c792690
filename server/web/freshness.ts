// How old the last news may be before a screen must say so.
export type Freshness = "fresh" | "updating" | "stale";

export const UPDATING_AFTER = 6_000; // a beat comes every 5 s
export const STALE_AFTER = 30_000;
export const SILENCE = 12_000; // then the line is dead, whatever the socket believes

export const freshnessOf = (quiet: number): Freshness =>
  quiet > STALE_AFTER ? "stale" : quiet > UPDATING_AFTER ? "updating" : "fresh";
