// The hall's own date as a signal: what reads it is drawn again at midnight, not every second.
import { computed } from "@preact/signals";
import { now } from "@web/clock.ts";
import { hallDay } from "./days.ts";
import { draft } from "./store.ts";

export const today = computed(() => hallDay(now.value, draft.value?.timezone));
