// How long nobody may touch the screen before it asks, and before it forgets them (hall.md 5.1).
export interface Patience {
  quiet: number; // s until the question
  warn: number; // s the question stands
}

const USUAL: Patience = { quiet: 45, warn: 20 };
const ELDER: Patience = { quiet: 90, warn: 30 };
const SCANNING: Patience = { quiet: 120, warn: 60 }; // by keys or a switch

export const patience = (elder: boolean, scans = false): Patience => (scans ? SCANNING : elder ? ELDER : USUAL);

/** Seconds left to answer the question; null while it need not be asked, 0 when the customer has gone. */
export function secondsLeft(untouched: number, { quiet, warn }: Patience): number | null {
  return untouched < quiet ? null : Math.max(0, Math.ceil(quiet + warn - untouched));
}
