// The lobby board as the hall's voice: it says whether it can be heard, and what became of each announcement.
import { effect, signal, type Signal } from "@preact/signals";
import type { Live } from "@web/live.ts";
import type { Cue } from "@web/protocol.ts";
import { useEffect, useState } from "preact/hooks";
import { OneAtATime } from "./speaker_line.ts";
import { audible, testChime } from "./speaker_probe.ts";
import { keptVolume, keepVolume } from "./speaker_volume.ts";

export type SoundState = "asking" | "on" | "blocked";

export interface Speaker {
  sound: Signal<SoundState>;
  volume: Signal<number>;
  speaking: Signal<boolean>;
  chime(): void;
}

/** For the life of the page: a board has one speaker, and the cues come whatever is drawn. */
export function useSpeaker<V>(live: Live<V>): Speaker {
  const [speaker] = useState(newSpeaker);
  useEffect(() => listen(live, speaker), [live, speaker]);
  return speaker;
}

function newSpeaker(): Speaker {
  const volume = signal(keptVolume());
  effect(() => keepVolume(volume.value));
  const sound = signal<SoundState>("asking");
  const speaking = signal(false);
  return { sound, volume, speaking, chime: () => speaking.peek() || testChime(volume.peek()) };
}

function listen<V>(live: Live<V>, speaker: Speaker): () => void {
  const line = new OneAtATime(speaker.volume, speaker.speaking, (cue, spoken) => {
    if (spoken.outcome !== "failed") speaker.sound.value = spoken.outcome === "played" ? "on" : "blocked";
    // A refusal only means that the call is over.
    live.ask({ type: "record_spoken", call: cue.call, announcement: cue.announcement, ...spoken }).catch(() => undefined);
  });
  live.onCue((cue: Cue) => (cue.cue === "speak" ? line.add(cue) : cue.cue === "hush" && line.hush(cue)));
  const look = async () => void (speaker.sound.value = (await audible()) ? "on" : "blocked");
  void look();
  const stopTelling = effect(() => {
    const state = speaker.sound.value;
    if (live.online.value && state !== "asking") live.tell({ type: "sound", state });
  });
  const stopUnlocking = unlockByTouch(look, speaker);
  return () => (stopTelling(), stopUnlocking());
}

/** Any touch or key lets the browser sound; the overlay only says so. */
function unlockByTouch(look: () => Promise<void>, speaker: Speaker): () => void {
  const touched = () => void (speaker.sound.peek() === "on" || look());
  const kinds = ["pointerup", "keyup"];
  kinds.forEach((kind) => addEventListener(kind, touched));
  return () => kinds.forEach((kind) => removeEventListener(kind, touched));
}
