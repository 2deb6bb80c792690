// From which day a change is to hold, and the note it goes with; kept while the manager looks through the list.
import { computed, signal } from "@preact/signals";
import { serverNow } from "@web/clock.ts";
import { addDays, hallDay } from "./days.ts";
import { setup } from "./store.ts";

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
