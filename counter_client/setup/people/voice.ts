// What the voice says of itself, and a way to hear it.
import { signal } from "@preact/signals";
import { inWords } from "@web/form/in_words.ts";
import { liveList } from "@web/drawing/live_list.ts";
import { notify, notifyRefusal } from "@web/drawing/parts.tsx";
import type { NameSaid, Pronunciation, TryOut } from "@web/wire.ts";
import { fieldAt } from "../draft/asked.ts";
import { get, post } from "../draft/http.ts";
import { pairs, tx } from "@web/language/i18n.ts";

// The words of the section about the voice that calls.

export const t = pairs({
  heard: ["现在听到的是", "What the hall hears now"],
  heard_none: ["现在没有能说话的声音，只响提示音", "No voice can speak now; there is only the chime"],
  try: ["试听", "Listen"],
  trying: ["正在准备…", "Getting ready…"],
  try_here: ["在这台电脑上听", "On this computer"],
  try_board: ["在大屏上播放", "On the board"],
  looking: ["正在逐个试各种声音…", "Trying each voice…"],
  cannot_play: ["浏览器没有播放，请再点一次", "The browser did not play it; tap again"],
  listen: ["试听 {word}", "Listen to {word}"],
  refused: ["这些名称读不出", "Names that cannot be read"],
  refused_hint: ["名称里有语音不认识的字或符号。请写明怎么读，如“𠮷祥室”写“吉祥室”；不写，这个窗口只能用系统语音叫。", "These names hold letters or signs no voice knows. Say how they are read; otherwise the system's voice calls this counter."],
  refused_signs: ["读不出：{signs}", "Not known: {signs}"],
  said_as: ["现在读作：{words}", "Now read as: {words}"],
  say_it_like_this: ["读作…", "Say it like this…"],
  zones: ["分区广播", "Zones of their own"],
  zones_hint: ["有自己喇叭的区域只播本区窗口的叫号，别的区域不播它的。", "A zone with a speaker of its own hears the calls of its own counters, and nobody else does."],
  apart: ["{zone} 有自己的喇叭", "{zone} has a speaker of its own"],
});

// From a counter's name that cannot be read to a row of the hall's readings, and back.

export const reading = (lexicon: readonly Pronunciation[], { name }: NameSaid): string =>
  lexicon.find(({ written }) => written === name)?.spoken ?? "";

/** The whole name is the word that is read otherwise; emptied, its row goes. */
export function withReading(lexicon: readonly Pronunciation[], { name }: NameSaid, spoken: string): Pronunciation[] {
  const others = lexicon.filter(({ written }) => written !== name);
  return spoken.trim() ? [...others, { written: name, spoken: spoken.trim() }] : others;
}

export const voices = liveList(() => get("/api/voice"));
export const trying = signal(false);

export const engineName = (kind: string): string => inWords({ ...fieldAt("voice.engines")!, of: "" }, kind);

/** Says it here, or on the board of a zone. */
export async function tryVoice(trial: TryOut): Promise<void> {
  trying.value = true;
  try {
    const heard = await post("/api/voice/test", { body: { counter: "", language: "zh", ...trial } });
    if (!trial.aloud) await new Audio(heard.sound).play();
    notify(tx(heard.sentence), !trial.aloud || heard.outcome === "played" ? "good" : "bad");
  } catch (problem) {
    if (problem instanceof DOMException) notify(t("cannot_play"), "bad");
    else notifyRefusal(problem);
  } finally {
    trying.value = false;
  }
}
