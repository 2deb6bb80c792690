// From when to when something hangs on the boards, and whether it hangs today.
export interface Hanging {
  first_day: string | null;
  last_day: string | null;
}

export type Hangs = "now" | "later" | "over" | "never";

/** Days as "2026-11-22"; both ends count. */
export function hangs({ first_day, last_day }: Hanging, today: string): Hangs {
  if (first_day && last_day && last_day < first_day) return "never";
  if (first_day && today < first_day) return "later";
  return last_day && last_day < today ? "over" : "now";
}
