// Which words the hall has for the buttons of this kiosk, for whoever goes from one to the next with the voice on.
import { addressOf } from "@web/dialogue/addresses.ts";

/** `server/devices/speaking/control_texts.py` has what is said. */
export const CONTROLS = [
  "touch", "more", "haveNotice", "back", "previous", "next", "takeNow", "stillTake", "usePhone", "lateLeave", "samples",
  "prioritySwitch", "priorityIsOn", "ordinary", "elderly", "pregnant", "disabled", "infant", "ill", "serviceman",
  "letters", "returnErase", "stop", "stay", "finish", "go_on", "elder", "language", "voice", "low", "guide",
] as const;

export type Control = (typeof CONTROLS)[number];

/** The address of these words, for a part's `data-tell`. */
export const tells = (of: "control" | "segment" | "figure", name: string): string => addressOf("/api/speech/{of}/{name}", { path: { of, name } });

export const spoken = (name: Control): { "data-tell": string } => ({ "data-tell": tells("control", name) });

/** Of the last step on every way back: it comes behind what leads on. */
export const back = (name: Control = "back") => ({ ...spoken(name), "data-back": "" });
