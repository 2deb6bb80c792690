// Reads each screen aloud while the customer has switched the voice on.
import { useEffect } from "preact/hooks";
import { addressOf } from "@web/addresses.ts";
import { lang } from "@web/i18n.ts";
import { hush, play } from "@web/sound.ts";
import type { KioskView } from "@web/wire.ts";
import { voice } from "./comfort.ts";
import { step } from "./flow.ts";
import { paperOf } from "./result.ts";

type Key = "home" | "channels" | "result" | "closed" | "printer_fault" | "idle_warning";

export const say = (key: Key): void => {
  if (voice.peek()) void play(addressOf("/api/speech/{screen}", { path: { screen: key }, query: { lang: lang.peek() } }));
};

function keyOf(view: KioskView | null, away: boolean): Key {
  const at = step.value;
  if (at.at === "result") return view && paperOf(view, at.ticket.ticket) === "fault" ? "printer_fault" : "result";
  if (!away && view && view.hours.state !== "open") return "closed";
  return at.at === "channels" ? "channels" : "home";
}

export function useVoice(view: KioskView | null, away: boolean): void {
  const key = keyOf(view, away);
  const on = voice.value;
  const language = lang.value;
  useEffect(() => {
    if (on) say(key);
    else hush();
  }, [key, on, language]);
}
