// Plays one sound at a time and says what became of it.
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
