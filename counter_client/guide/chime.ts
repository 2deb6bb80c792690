// Tasks that nobody has taken make themselves heard, again and again, until somebody takes them.
import { effect, signal } from "@preact/signals";
import { now } from "@web/time/clock.ts";
import { toRing, type Ringing } from "./tasks.ts";

/** Browsers play nothing before the first touch. */
export const sound = signal<"locked" | "on" | "off">("locked");
const KEPT = "hallqueue.guide.muted";
const TONES = [880, 1175] as const;

let speaker: AudioContext | undefined;

/** Two soft notes; no file, so that it rings without a server, too. */
function chime(): void {
  if (!speaker) return;
  TONES.forEach((pitch, at) => {
    const tone = speaker!.createOscillator();
    const loudness = speaker!.createGain();
    const from = speaker!.currentTime + at * 0.22;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, from);
    loudness.gain.exponentialRampToValueAtTime(0.3, from + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + 0.6);
    tone.connect(loudness).connect(speaker!.destination);
    tone.start(from);
    tone.stop(from + 0.65);
  });
}

function wake(): void {
  speaker = speaker ?? new AudioContext();
  void speaker.resume();
  // After the click itself: it may be one on the sound button.
  setTimeout(() => {
    if (sound.peek() === "locked") sound.value = localStorage.getItem(KEPT) ? "off" : "on";
  });
}

export function toggleSound(): void {
  const muted = sound.peek() === "on";
  sound.value = muted ? "off" : "on";
  if (muted) localStorage.setItem(KEPT, "1");
  else localStorage.removeItem(KEPT);
}

/** Watches the tasks of a role; returns what ends it. */
export function ringFor(tasks: () => readonly Ringing[], role: () => string): () => void {
  const rung = new Map<string, number>();
  const ring = () => {
    const due = toRing(tasks(), role(), rung, now.value);
    if (!due.length || sound.value !== "on") return; // what was not heard rings as soon as it may
    due.forEach((task) => rung.set(task.id, now.value));
    chime();
    if (navigator.vibrate) navigator.vibrate([200, 100, 200]);
  };
  const stop = effect(ring);
  window.addEventListener("click", wake, { capture: true, once: true });
  return () => {
    stop();
    window.removeEventListener("click", wake, { capture: true });
  };
}
