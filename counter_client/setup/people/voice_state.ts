// What the voice says of itself, and a way to hear it.
export type { EngineHeard as Engine } from "@web/wire.ts";
import { signal } from "@preact/signals";
import { notify, notifyRefusal } from "@web/parts.tsx";
import type { Engines, TryOut } from "@web/wire.ts";
import { get, post } from "../draft/http.ts";
import { t } from "./voice_texts.ts";

export const voices = signal<Engines | null>(null);
export const trying = signal(false);

export const readEngines = (): Promise<void> => get("/api/voice").then((all) => void (voices.value = all), notifyRefusal);

export function engineName(kind: string): string {
  const known = (["recorded", "neural_zh", "pyttsx3", "chime"] as const).find((one) => one === kind);
  return known ? t(known) : kind;
}

/** Says it here, or on the board of a zone. */
export async function tryVoice(trial: TryOut): Promise<void> {
  trying.value = true;
  try {
    const heard = await post("/api/voice/test", { body: { counter: "", language: "zh", ...trial } });
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
