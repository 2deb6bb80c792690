// Plays announcements one after the other, never two at once, and says what became of each.
import type { Signal } from "@preact/signals";
import type { Cue } from "@web/dialogue/protocol.ts";

export interface Spoken {
  outcome: "played" | "blocked" | "failed";
  detail: string;
}

/** A sound that has not ended this long after it should have is stuck, and others are waiting. */
const GRACE_MS = 3000; // below the five the server waits

export class OneAtATime {
  private readonly waiting: Cue[] = [];
  private current: Cue | null = null;
  private stop: () => void = () => undefined;
  private readonly audio = new Audio();

  private readonly volume: Signal<number>;
  private readonly speaking: Signal<boolean>;
  private readonly tell: (cue: Cue, spoken: Spoken) => void;

  constructor(volume: Signal<number>, speaking: Signal<boolean>, tell: (cue: Cue, spoken: Spoken) => void) {
    this.volume = volume;
    this.speaking = speaking;
    this.tell = tell;
  }

  add(cue: Cue): void {
    this.waiting.push(cue);
    if (!this.speaking.peek()) void this.run();
  }

  /** The server has given this one to another board: a page that slept must not say it late, beside the other. */
  hush({ call, announcement }: Cue): void {
    const same = (cue: Cue) => cue.call === call && cue.announcement === announcement;
    const at = this.waiting.findIndex(same);
    if (at >= 0) this.waiting.splice(at, 1);
    else if (this.current && same(this.current)) this.stop();
  }

  private async run(): Promise<void> {
    this.speaking.value = true;
    for (let cue = this.waiting.shift(); cue; cue = this.waiting.shift()) {
      this.current = cue;
      this.tell(cue, await this.play(cue));
    }
    this.current = null;
    this.speaking.value = false;
  }

  private play(cue: Cue): Promise<Spoken> {
    const { audio } = this;
    audio.src = cue.sound;
    audio.volume = this.volume.peek();
    return new Promise<Spoken>((resolve) => {
      const stuck = setTimeout(() => end("failed", "stuck"), cue.seconds * 1000 + GRACE_MS);
      const end = (outcome: Spoken["outcome"], detail = "") => {
        clearTimeout(stuck);
        audio.onended = audio.onerror = null;
        audio.pause();
        resolve({ outcome, detail });
      };
      this.stop = () => end("failed", "late");
      audio.onended = () => end("played");
      audio.onerror = () => end("failed", audio.error?.message || `media error ${audio.error?.code ?? "?"}`);
      audio.play().catch(({ name }: DOMException) => end(name === "NotAllowedError" ? "blocked" : "failed", name));
    });
  }
}
