// From which day a change is to hold, and the note it goes with; kept while the manager looks through the list.
import { computed, signal } from "@preact/signals";
import { clockText, hallDay, now, serverNow } from "@web/time/clock.ts";
import { addDays } from "@web/time/days.ts";
import { draft, setup } from "./store.ts";
import { dayWords } from "@web/time/hours.ts";
import { tx } from "@web/language/i18n.ts";

/** The hall's own date: what reads it is drawn again at midnight, not every second. */
export const today = computed(() => hallDay(now.value, draft.value?.timezone));

export type When = "now" | "tomorrow" | "day";

export const when = signal<When>("now");
export const day = signal<string | null>(null);
export const note = signal("");

export const tomorrow = (): string => addDays(hallDay(serverNow(), setup.value?.config.timezone), 1);

/** null: at once. A day that is not chosen yet is tomorrow. */
export const validFrom = computed<string | null>(() => (when.value === "now" ? null : when.value === "tomorrow" ? tomorrow() : (day.value ?? tomorrow())));

export function begin(): void {
  when.value = "now";
  day.value = null;
  note.value = "";
}

/** "11月23日 周一" or "Mon 23 Nov". */
export const dayText = (day: string): string => tx(dayWords(day));

/** "2026-11-23 14:05" in hall time. */
export const momentText = (at: string): string => `${hallDay(Date.parse(at))} ${clockText(Date.parse(at))}`;
