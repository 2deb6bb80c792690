// What the days of the draft are like, as the server says.
import type { DayShown } from "@web/wire.ts";
import { useAnswer } from "./draft/answer.ts";
import type { Day } from "./draft/days.ts";
import { draft } from "./draft/store.ts";

export type Days = ReadonlyMap<Day, DayShown>;

/** A day of which nothing is known yet is missing. */
export function useDays(first: Day, days: number): Days {
  const said = useAnswer("/api/setup/days", { config: draft.value!, first, days });
  return new Map((said ?? []).map((one) => [one.day, one]));
}
