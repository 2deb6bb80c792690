// What a customer may change for themselves; everything returns when they leave.
import { signal } from "@preact/signals";
import { lang } from "@web/language/i18n.ts";
import { hush } from "./sound.ts";

export const elder = signal(false);
export const low = signal(false); // everything to press in the lower part, for a wheelchair
export const voice = signal(false);

export function resetComfort(): void {
  lang.value = "zh";
  elder.value = low.value = voice.value = false;
  hush();
}
