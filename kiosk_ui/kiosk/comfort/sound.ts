// Plays one sound at a time and says what became of it.
import { fileAt } from "@web/dialogue/post.ts";

export type Heard = "played" | "blocked" | "failed";

let playing: HTMLAudioElement | undefined;

export function hush(): void {
  playing?.pause();
  playing = undefined;
}

/** Resolves when the sound has ended; `blocked` when the browser wants a touch first. */
export function play(url: string): Promise<Heard> {
  hush();
  const audio = (playing = new Audio(url));
  return new Promise((resolve) => {
    audio.onended = () => resolve("played");
    audio.onpause = () => resolve("played"); // hushed on purpose: somebody heard enough
    audio.onerror = () => resolve("failed");
    audio.play().catch((problem: DOMException) => resolve(problem.name === "NotAllowedError" ? "blocked" : "failed"));
  });
}

// Sounds that a kiosk has with it, because it needs them when the server cannot be reached.
const kept = new Map<string, string>();

/** The one that is here, else the server's. */
export const soundKept = (address: string): string => kept.get(address) ?? address;

/** One after the other, so that a customer's own words never wait behind them; a hall without a voice has none of them. */
export async function keepSounds(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    if (kept.has(address)) continue;
    try {
      kept.set(address, URL.createObjectURL(await fileAt(address)));
    } catch {
      return; // asked for again when the server is back
    }
  }
}
