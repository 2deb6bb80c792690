// Pause reasons: the journal keeps the Chinese word; a console in English reads it back.
import { chinese, t } from "./texts.ts";

export const REASONS = ["reason_lunch", "reason_away", "reason_internal", "reason_device", "reason_other"] as const;

/** What is written down and shown outside for the reason "lunch". */
export function recorded(reason: string): string {
  const word = REASONS.find((known) => known === `reason_${reason}`);
  return word ? chinese(word) : reason;
}

/** A recorded reason in the language of this console; the clerk's own words stay as they are. */
export function pauseReason(words: string): string {
  const known = REASONS.find((reason) => chinese(reason) === words);
  return known ? t(known) : words;
}
