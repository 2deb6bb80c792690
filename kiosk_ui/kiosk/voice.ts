// Reads each screen aloud while the customer has switched the voice on: what it is, then all that can be touched, in the
// order in which the focus meets it; and again whatever gets the focus.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { addressOf } from "@web/dialogue/addresses.ts";
import { lang } from "@web/language/i18n.ts";
import { hush, play } from "./sound.ts";
import type { KioskView } from "@web/wire.ts";
import { voice } from "./comfort.ts";
import { step } from "./flow.ts";
import { paperOf } from "./result.ts";

type Key = "home" | "result" | "closed" | "printer_fault" | "idle_warning" | "priority" | "elsewhere";

const again = signal(0);
/** Another page of the same screen is there to be read. */
export const tellAgain = (): void => void again.value++;

let turn = 0;

/** One after the other, until something else is said. */
async function sayInTurn(sounds: readonly string[]): Promise<void> {
  const mine = ++turn;
  for (const sound of sounds) {
    if (mine !== turn || !voice.peek()) return;
    await play(sound);
  }
}

const screenSound = (key: Key): string => addressOf("/api/speech/{screen}", { path: { screen: key }, query: { lang: lang.peek() } });
const inLanguage = (sound: string): string => `${sound}?lang=${lang.peek()}`;

export const say = (key: Key): void => {
  if (voice.peek()) void sayInTurn([screenSound(key)]);
};

/** "" where the screen's own parts say all of it. */
function keyOf(view: KioskView | null, away: boolean): Key | "" {
  const at = step.value;
  if (at.at === "result") return view && paperOf(view, at.ticket.ticket) === "fault" ? "printer_fault" : "result";
  if (!away && view && view.hours.state !== "open") return "closed";
  if (at.at === "before") return "";
  return at.at === "priority" || at.at === "elsewhere" ? at.at : "home";
}

const ownParts = (): string[] =>
  Array.from(document.querySelectorAll<HTMLElement>("main [data-say]"), (part) => inLanguage(part.dataset.say ?? ""));

function soundsOf(key: Key | ""): string[] {
  const at = step.peek();
  if (at.at === "result") return [inLanguage(addressOf("/api/speech/{of}/{name}", { path: { of: "number", name: at.ticket.token } })), screenSound(key || "result")];
  return [...(key ? [screenSound(key)] : []), ...ownParts()];
}

function readFocused(event: Event): void {
  const part = (event.target as HTMLElement).closest<HTMLElement>("button[data-say]");
  if (part && voice.peek() && part.matches(":focus-visible")) void sayInTurn([inLanguage(part.dataset.say ?? "")]);
}

export function useVoice(view: KioskView | null, away: boolean): void {
  const key = keyOf(view, away);
  const at = step.value;
  const on = voice.value;
  const language = lang.value;
  const page = again.value;
  useEffect(() => {
    if (on) void sayInTurn(soundsOf(key));
    else hush();
  }, [key, at, on, language, page]);
  useEffect(() => {
    addEventListener("focusin", readFocused);
    return () => removeEventListener("focusin", readFocused);
  }, []);
}
