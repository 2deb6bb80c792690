// Rings, shakes and stays awake when the number is near or called: a phone allows each of them only after a tap.
import { signal } from "@preact/signals";

const RINGS = {
  near: { shake: [300, 200, 300], strikes: 2 },
  called: { shake: [400, 200, 400, 200, 800], strikes: 6 },
};
const EVERY = 0.7; // s
const TONES = [880, 660]; // Hz

type Awake = { request(kind: "screen"): Promise<unknown> };

/** Whether the customer has tapped for it. */
export const armed = signal(false);
export const shakes = (): boolean => "vibrate" in navigator;

let sound: AudioContext | undefined;

async function stayAwake(): Promise<void> {
  try {
    await (navigator as unknown as { wakeLock?: Awake }).wakeLock?.request("screen");
  } catch {
    // saving its battery is the phone's right; it rings all the same while the page is in front
  }
}

export function arm(): void {
  armed.value = true;
  if ("AudioContext" in globalThis) {
    sound ??= new AudioContext();
    void sound.resume();
    strike(sound.currentTime, 0.08); // what was promised is heard at once, softly
  }
  void stayAwake();
  document.addEventListener("visibilitychange", () => void (document.visibilityState === "visible" && stayAwake()));
}

function strike(at: number, loud: number): void {
  TONES.forEach((tone, nth) => {
    const voice = sound!.createOscillator();
    const volume = sound!.createGain();
    const from = at + nth * 0.25;
    voice.frequency.value = tone;
    volume.gain.setValueAtTime(loud, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.4);
    voice.connect(volume).connect(sound!.destination);
    voice.start(from);
    voice.stop(from + 0.4);
  });
}

/** It is time to come back, or the number stands called. Without a tap before, the page can only show it. */
export function ring(why: keyof typeof RINGS): void {
  if (!armed.peek()) return;
  const { shake, strikes } = RINGS[why];
  if (shakes()) navigator.vibrate(shake);
  if (sound) for (let n = 0; n < strikes; n++) strike(sound.currentTime + n * EVERY, 0.5);
}
