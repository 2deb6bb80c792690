// How long nobody may touch the screen before it asks, and before it forgets them (hall.md 5.1).
export interface Patience {
  quiet: number; // s until the question
  warn: number; // s the question stands
}

export const patience = (elder: boolean): Patience => (elder ? { quiet: 90, warn: 30 } : { quiet: 45, warn: 20 });

/** Seconds left to answer the question; null while it need not be asked, 0 when the customer has gone. */
export function secondsLeft(untouched: number, { quiet, warn }: Patience): number | null {
  return untouched < quiet ? null : Math.max(0, Math.ceil(quiet + warn - untouched));
}
