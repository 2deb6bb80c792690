// What a customer may change for themselves; everything returns when they leave.
import { signal } from "@preact/signals";
import { lang, speak } from "@web/language/i18n.ts";
import { hush } from "./sound.ts";

export const elder = signal(false);
export const low = signal(false); // everything to press in the lower part, for a wheelchair
export const voice = signal(false);
export const scans = signal(false); // goes by two keys or one switch: then every wait is longer

export function resetComfort(): void {
  speak("zh");
  elder.value = low.value = voice.value = scans.value = false;
  hush();
}

/** Whether anything is not as the next customer expects it. */
export const isChanged = (): boolean => lang.value !== "zh" || [elder, low, voice, scans].some((one) => one.value);
