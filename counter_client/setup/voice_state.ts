// What the voice says of itself, and a way to hear it.
import { signal } from "@preact/signals";
import { notify, notifyRefusal } from "@web/parts.tsx";
import type { Text } from "@web/wire.ts";
import { call } from "./http.ts";
import { t } from "./voice_texts.ts";

export interface Engine {
  kind: string;
  state: "ok" | "missing" | "failing";
  text: Text;
}

export interface Voices {
  engines: readonly Engine[];
  heard: string;
}

export interface Trial {
  text: string;
  counter?: string;
  language?: "zh" | "en";
  zone?: string;
  aloud?: boolean;
}

interface Heard {
  sound: string;
  seconds: number;
  /** What became of it on the board: "" where it was not to be heard there. */
  outcome: string;
}

export const voices = signal<Voices | null>(null);
export const trying = signal(false);

export const readVoices = (): Promise<void> => call<Voices>("GET", "/api/voice").then((all) => void (voices.value = all), notifyRefusal);

export function engineName(kind: string): string {
  const known = (["recorded", "neural_zh", "pyttsx3", "chime"] as const).find((one) => one === kind);
  return known ? t(known) : kind;
}

/** Says it here, or on the board of a zone. */
export async function tryVoice(trial: Trial): Promise<void> {
  trying.value = true;
  try {
    const heard = await call<Heard>("POST", "/api/voice/test", { counter: "", language: "zh", ...trial });
    if (!trial.aloud) await new Audio(heard.sound).play();
    const said = !trial.aloud || heard.outcome === "played";
    notify(!said ? t("not_aloud") : trial.aloud ? t("played_aloud") : t("played", { seconds: heard.seconds.toFixed(1) }), said ? "good" : "bad");
  } catch (problem) {
    if (problem instanceof DOMException) notify(t("cannot_play"), "bad");
    else notifyRefusal(problem);
  } finally {
    trying.value = false;
  }
}
