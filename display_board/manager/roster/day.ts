// A day's roster as it is being planned: rows in the order of the counters, and what a day may be copied from.
import type { Gap, RosterDay, Shift, ShiftRow } from "@web/wire.ts";
import { clockTyped } from "@web/form/clock_typed.ts";
import { addDays, type Day } from "@web/time/days.ts";
import { t } from "./roster_texts.ts";

export type Draft = Required<Shift>;

/** Counters in the hall's order, then guides, then leaders; at each the earlier first. */
export function inOrder(shifts: readonly Draft[], counters: readonly { id: string }[]): Draft[] {
  const at = ({ post, counter }: Draft): number => {
    const nth = counters.findIndex(({ id }) => id === counter);
    return post === "counter" ? (nth < 0 ? counters.length : nth) : counters.length + (post === "guide" ? 1 : 2);
  };
  return [...shifts].sort((a, b) => at(a) - at(b) || (a.begins < b.begins ? -1 : 1));
}

export const drafted = (day: RosterDay): Draft[] =>
  inOrder(day.shifts.map(({ person, post, counter, begins, ends }) => ({ person, post, counter, begins, ends })), day.counters);

const USUAL = { begins: "08:30", ends: "17:00" }; // in a hall that never closes, or on a day it is shut

/** The next shift that somebody is likely to add: the first counter without any, the whole day. */
export function another(draft: readonly Draft[], day: RosterDay): Draft {
  const hours = day.opens && !(day.opens === "00:00" && day.closes === "24:00");
  const free = day.counters.find(({ id }) => !draft.some(({ counter }) => counter === id)) ?? day.counters[0];
  return { person: "", post: free ? "counter" : "guide", counter: free?.id ?? "", ...(hours ? { begins: day.opens, ends: day.closes } : USUAL) };
}

/** "0830" is 08:30; midnight ends a day; what is no time stays as it was typed, and is refused. */
export const clock = (typed: string): string => (/^24[:：.]?00$/.test(typed.trim()) ? "24:00" : (clockTyped(typed) ?? typed.trim()));

/** As one choice of a list: a counter by its id, a post by its own word. */
export const placeOf = ({ post, counter }: Draft): string => (post === "counter" ? `counter ${counter}` : post);
export const placed = (place: string): Pick<Draft, "post" | "counter"> =>
  place.startsWith("counter ") ? { post: "counter", counter: place.slice("counter ".length) } : { post: place as Draft["post"], counter: "" };

/** What is known of a row that stands as it was saved. */
export const savedRow = (draft: Draft, day: RosterDay): ShiftRow | undefined =>
  day.shifts.find((row) => (["person", "post", "counter", "begins", "ends"] as const).every((part) => row[part] === draft[part]));

export const before = (day: Day, days: 1 | 7): Day => addDays(day, -days);

export const gapText = (gap: Gap): string => t(gap.lacking === 1 ? "gap_one" : "gap", { ...gap });
