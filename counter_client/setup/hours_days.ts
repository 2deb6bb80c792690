// What the days of the draft are like, asked of the server a moment after the last key.
import { useEffect, useState } from "preact/hooks";
import type { DayShown } from "@web/wire.ts";
import type { Day } from "./draft/days.ts";
import { call } from "./draft/http.ts";
import { draft } from "./draft/store.ts";

export type Days = ReadonlyMap<Day, DayShown>;

const AFTER = 250; // ms without a key
const AGAIN = 3_000; // without an answer

/** What was said last stays until there is a newer answer; a day of which nothing is known yet is missing. */
export function useDays(first: Day, days: number): Days {
  const [known, hear] = useState<Days>(new Map());
  const wish = JSON.stringify({ config: draft.value, first, days });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let newest = true;
    const ask = async () => {
      try {
        const said = await call<DayShown[]>("POST", "/api/setup/days", JSON.parse(wish));
        if (newest) hear(new Map(said.map((one) => [one.day, one])));
      } catch {
        if (newest) timer = setTimeout(() => void ask(), AGAIN);
      }
    };
    timer = setTimeout(() => void ask(), known.size ? AFTER : 0);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [wish]);
  return known;
}
