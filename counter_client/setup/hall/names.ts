// What becomes of a name that is typed: how it will stand on the screens, and which of its letters paper cannot show.
// How long it may be was found by setting names of each length on every screen in every style: up to `full` hanzi it
// stands in full size, up to `legible` it can be read; tests/browser/test_long_words.py holds it true.
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

/** What the server said of a letter. */
export type Shown = "yes" | "pictures_only" | "no";

/** Places whose words are put on paper. */
const PRINTED = /^(name|phone|slip\.(head|foot)|services\[\d+\]\.(name|materials\[\d+\])|zones\[\d+\]\.name)$/;
export const isPrinted = (where: string | undefined): boolean => where !== undefined && PRINTED.test(where);

/** Every font and every printer with hanzi has these; anything else is asked about. */
const SURE = /[\x20-\x7e\n\u3001-\u3003\u3005-\u3017\u4e00-\u9fa5\uff01-\uff5e“”‘’—…·《》]/gu;
export const doubtful = (text: string): string[] => [...new Set(text.replace(SURE, ""))];

/** Of these words: what stays white on every slip, and what a printer of text leaves out. */
export function lackingIn(words: string, all: ReadonlyMap<string, Shown>): { no: string; pictures: string } {
  const those = (shown: Shown) => doubtful(words).filter((letter) => all.get(letter) === shown).join("");
  return { no: those("no"), pictures: those("pictures_only") };
}

export const told = (letters: readonly string[], said: { missing: string; pictures_only: string }): [string, Shown][] => {
  const [none, pictures] = [new Set(said.missing), new Set(said.pictures_only)];
  return letters.map((letter) => [letter, none.has(letter) ? "no" : pictures.has(letter) ? "pictures_only" : "yes"]);
};

/** Whose name stands at a place, "services[2].name"; nothing for what is no name. */
export function namedAt(where: string): Named | undefined {
  const [, list] = /^(?:(zones|queues|services|counters)\[\d+\]\.)?name$/.exec(where) ?? [];
  return list ? (list.slice(0, -1) as Named) : where === "name" ? "hall" : undefined;
}
