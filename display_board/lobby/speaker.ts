// The lobby board as the hall's voice: it says whether it can be heard, and what became of each announcement.
import { effect, signal, type Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Live } from "@web/dialogue/live.ts";
import type { Cue } from "@web/dialogue/protocol.ts";
import { OneAtATime } from "./announcements.ts";

// How loud this browser speaks, kept on the device.
const KEY = "hallqueue.lobby.volume";

/** Never nought: a board that could be muted by a stray drag would still answer "played". */
export const QUIETEST = 0.1;

export function keptVolume(): number {
  const kept = Number(localStorage.getItem(KEY) ?? 1);
  return kept >= QUIETEST && kept <= 1 ? kept : 1;
}

export const keepVolume = (volume: number): void => localStorage.setItem(KEY, String(volume));

// Whether the browser lets this page sound, found out without a sound, and the two-tone test chime.
const PATIENCE_MS = 1500; // resume() neither succeeds nor fails while the browser waits for a touch

let context: AudioContext | undefined;

export async function audible(): Promise<boolean> {
  try {
    context = context ?? new AudioContext();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([context.resume(), patience]);
    if (context.state === "running") playSilence(context);
    return context.state === "running";
  } catch {
    return false; // no sound card, or no WebAudio
  }
}

/** A short real buffer: some browsers count an output as running only once something went through it. */
function playSilence(on: AudioContext): void {
  const source = on.createBufferSource();
  source.buffer = on.createBuffer(1, on.sampleRate / 50, on.sampleRate);
  source.connect(on.destination);
  source.start();
}

export function testChime(volume: number): void {
  if (context?.state !== "running") return;
  tone(context, 880, 0, volume);
  tone(context, 659, 0.35, volume);
}

function tone(on: AudioContext, pitch: number, after: number, volume: number): void {
  const start = on.currentTime + after;
  const [source, loudness] = [on.createOscillator(), on.createGain()];
  source.frequency.value = pitch;
  loudness.gain.setValueAtTime(volume * 0.5, start);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
  source.connect(loudness);
  loudness.connect(on.destination);
  source.start(start);
  source.stop(start + 0.6);
}

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
