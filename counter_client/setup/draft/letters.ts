// Which letter a queue may have: one capital that no other queue has and that nobody mistakes on paper or by ear.
import type { HallConfig } from "@web/wire.ts";

type Queues = Pick<HallConfig, "queues">;

const HEARD_BADLY = "GH"; // offered last

/** What a new queue may take: the server's free ones and those the draft has given up, less what the draft has taken. */
export function freeLetters(offered: readonly string[], saved: Queues | null, draft: Queues): string[] {
  const known = new Set([...offered, ...(saved?.queues ?? []).map((queue) => queue.letter)]);
  draft.queues.forEach((queue) => known.delete(queue.letter));
  const rank = (letter: string) => (HEARD_BADLY.includes(letter) ? "~" : "") + letter;
  return Array.from(known).filter(Boolean).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** The queue that already has this one's letter, if there is one. */
export function sharesLetter(config: Queues, id: string): HallConfig["queues"][number] | null {
  const own = config.queues.find((queue) => queue.id === id);
  return config.queues.find((queue) => queue.id !== id && queue.letter !== "" && queue.letter === own?.letter) ?? null;
}
