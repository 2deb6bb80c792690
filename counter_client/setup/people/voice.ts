// What the voice says of itself, and a way to hear it.
import { signal } from "@preact/signals";
import { inWords } from "@web/form/in_words.ts";
import { notify, notifyRefusal } from "@web/drawing/parts.tsx";
import type { Engines, NameSaid, Pronunciation, SoundMade, TryOut } from "@web/wire.ts";
import { fieldAt } from "../draft/asked.ts";
import { get, post } from "../draft/http.ts";
import { t } from "./voice_texts.ts";

// From a counter's name that cannot be read to a row of the hall's readings, and back.

export const reading = (lexicon: readonly Pronunciation[], { name }: NameSaid): string =>
  lexicon.find(({ written }) => written === name)?.spoken ?? "";

/** The whole name is the word that is read otherwise; emptied, its row goes. */
export function withReading(lexicon: readonly Pronunciation[], { name }: NameSaid, spoken: string): Pronunciation[] {
  const others = lexicon.filter(({ written }) => written !== name);
  return spoken.trim() ? [...others, { written: name, spoken: spoken.trim() }] : others;
}

export const voices = signal<Engines | null>(null);
export const trying = signal(false);

export const readEngines = (): Promise<void> => get("/api/voice").then((all) => void (voices.value = all), notifyRefusal);

export const engineName = (kind: string): string => inWords({ ...fieldAt("voice.engines")!, of: "" }, kind);

/** Which voice it was, for another may be heard while the better one still prepares these words. */
function played({ seconds, voice, preparing }: SoundMade, aloud: boolean): string {
  const playing = aloud ? t("played_aloud") : t("played", { seconds: seconds.toFixed(1) });
  const by = voice.split("+").filter((kind) => kind !== "chime").map(engineName).join(" + ");
  return (by ? t("played_by", { playing, voice: by }) : playing) + (preparing ? t("preparing") : "");
}

/** Says it here, or on the board of a zone. */
export async function tryVoice(trial: TryOut): Promise<void> {
  trying.value = true;
  try {
    const heard = await post("/api/voice/test", { body: { counter: "", language: "zh", ...trial } });
    if (!trial.aloud) await new Audio(heard.sound).play();
    const audible = !trial.aloud || heard.outcome === "played";
    notify(!audible ? t("not_aloud") : played(heard, trial.aloud ?? false), audible ? "good" : "bad");
  } catch (problem) {
    if (problem instanceof DOMException) notify(t("cannot_play"), "bad");
    else notifyRefusal(problem);
  } finally {
    trying.value = false;
  }
}
