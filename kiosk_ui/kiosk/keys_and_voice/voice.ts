// Reads each screen aloud while the customer has switched the voice on: what it is, then all that can be touched, in the
// order in which keys go through it; and again whatever they stand on.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { addressOf } from "@web/dialogue/addresses.ts";
import { chineseAlone, lang, type Lang } from "@web/language/i18n.ts";
import { hush, keepSounds, play, soundKept } from "../comfort/sound.ts";
import type { KioskView } from "@web/wire.ts";
import { alone } from "../alone/alone.ts";
import { voice } from "../comfort/comfort.ts";
import { step } from "../flow.ts";
import { paperOf } from "../number/result.ts";
import { tells } from "../control_words.ts";

type Key =
  | "home" | "choose" | "late" | "return" | "issuing" | "result" | "closed" | "printer_fault" | "idle_warning" | "priority" | "elsewhere"
  | "offline" | "offline_number" | "guide_called";

export const pageTurned = signal(0);
/** Another page of the same screen is there to be read. */
export const tellAgain = (): void => void pageTurned.value++;

let turn = 0;
let speaking = 0; // the turn that is being said
export const isSpeaking = (): boolean => speaking > 0;

/** One after the other, until something else is said. */
async function sayInTurn(sounds: readonly string[]): Promise<void> {
  const mine = (speaking = ++turn);
  for (const sound of sounds) {
    if (mine !== turn || !voice.peek()) break;
    await play(soundKept(sound));
  }
  if (speaking === mine) speaking = 0;
}

const screenSound = (key: Key, language = lang.peek()): string => addressOf("/api/speech/{screen}", { path: { screen: key }, query: { lang: language } });
const figureSound = (figure: string, language = lang.peek()): string =>
  `${addressOf("/api/speech/{of}/{name}", { path: { of: "figure", name: figure } })}?lang=${language}`;
const inLanguage = (sound: string): string => `${sound}${sound.includes("?") ? "&" : "?"}lang=${lang.peek()}`;

export const say = (key: Key): void => {
  if (voice.peek()) void sayInTurn([screenSound(key)]);
};

/** "" where the screen's own parts say all of it. */
function keyOf(view: KioskView | null, away: boolean): Key | "" {
  const at = step.value;
  if (at.at === "result") return view && paperOf(view, at.ticket.ticket) === "fault" ? "printer_fault" : "result";
  if (at.at === "alone") return "offline_number";
  if (at.at === "issuing") return at.at;
  if (!view || (away && !alone.value)) return "offline";
  if (view.hours.state !== "open") return "closed";
  return at.at === "before" ? "" : at.at;
}

const FIGURES = "0123456789";
const WHEN_AWAY: readonly Key[] = ["offline", "offline_number", "issuing", "home", "choose"];
const SETTLED_MS = 60_000;

/** What is said while the server is away has to be here before: the screens of that time, and every figure of a number. */
function soundsForAlone(letters: readonly string[]): string[] {
  const languages: readonly Lang[] = chineseAlone.peek() ? ["zh"] : ["zh", "en"];
  return languages.flatMap((language) => [
    ...WHEN_AWAY.map((key) => screenSound(key, language)),
    ...[...letters, ...FIGURES].map((figure) => figureSound(figure, language)),
  ]);
}

const ownParts = (): string[] =>
  Array.from(document.querySelectorAll<HTMLElement>("main [data-say]"), (part) => inLanguage(part.dataset.say ?? ""));

function soundsOf(key: Key | ""): string[] {
  const at = step.peek();
  if (at.at === "result") return [inLanguage(addressOf("/api/speech/{of}/{name}", { path: { of: "number", name: at.ticket.token } })), screenSound(key || "result")];
  if (at.at === "alone") {
    const figures = [...at.given.number].map((figure) => figureSound(figure));
    return [...figures, screenSound("offline_number"), ...figures];
  }
  return [...(key ? [screenSound(key)] : []), ...ownParts()];
}

const wordsOf = (part: HTMLElement | undefined): string => part?.dataset.tell ?? part?.dataset.say ?? "";

/** What somebody stands on: a button, or a row of letters by its first and its last. */
export function tell(parts: readonly HTMLElement[]): void {
  if (!voice.peek() || !parts.length) return;
  const [first, last] = [wordsOf(parts[0]), wordsOf(parts[parts.length - 1])];
  const words = parts.length > 1 ? [tells("control", "letters"), first, last] : [first];
  void sayInTurn(words.filter(Boolean).map(inLanguage));
}

export function useVoice(view: KioskView | null, away: boolean): void {
  const key = keyOf(view, away);
  const at = step.value;
  const on = voice.value;
  const language = lang.value;
  const page = pageTurned.value;
  useEffect(() => {
    if (on) void sayInTurn(soundsOf(key));
    else hush();
  }, [key, at, on, language, page]);
  const letters = [...new Set(view?.services.map((service) => service.letter) ?? [])].sort().join("");
  useEffect(() => {
    if (away || !letters) return;
    const timer = setTimeout(() => void keepSounds(soundsForAlone([...letters])), on ? 0 : SETTLED_MS);
    return () => clearTimeout(timer);
  }, [away, letters, on, chineseAlone.value]);
}
