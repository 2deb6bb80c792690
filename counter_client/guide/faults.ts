// What is wrong with a terminal: the hall keeps the Chinese word, and a tablet in English reads it back.
import { t } from "./texts.ts";
import { zh } from "./texts_zh.ts";

export const FAULTS = ["fault_paper", "fault_frozen", "fault_network", "fault_card", "fault_other"] as const;

export const recordedFault = (fault: (typeof FAULTS)[number]): string => zh[fault];

/** A recorded fault in the language of this tablet; people's own words stay as they are. */
export function faultWords(words: string): string {
  const known = FAULTS.find((fault) => zh[fault] === words);
  return known ? t(known) : words;
}
