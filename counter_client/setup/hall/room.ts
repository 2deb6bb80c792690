// How long a name may be: up to `full` hanzi it stands in full size on every screen, up to `legible` it can be read.
// Found by setting names of each length on every screen in every style; tests/browser/test_long_words.py holds it true.
import type { Text } from "@web/wire.ts";

export type Named = "hall" | "service" | "queue" | "counter" | "zone";

const ROOM: Record<Named, { full: number; legible: number }> = {
  hall: { full: 14, legible: 28 },
  service: { full: 12, legible: 28 },
  queue: { full: 8, legible: 20 },
  counter: { full: 8, legible: 28 },
  zone: { full: 20, legible: 28 },
};

const LETTERS_A_HANZI = 3; // the second language stands at 60 %, so that three letters need what a hanzi does

/** In hanzi; figures and Latin letters take half of one. */
export function widthOf(words: string): number {
  return Math.ceil([...words.trim()].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.5), 0));
}

export interface Fit {
  fit: "full" | "smaller" | "tiny";
  width: number;
  full: number;
  legible: number;
}

export function fitOf(kind: Named, { zh, en }: Text): Fit {
  const { full, legible } = ROOM[kind];
  const width = Math.max(widthOf(zh), Math.ceil(en.trim().length / LETTERS_A_HANZI));
  return { fit: width <= full ? "full" : width <= legible ? "smaller" : "tiny", width, full, legible };
}
