// From a counter's name that cannot be read to a row of the hall's readings, and back.
export type { NameSaid } from "@web/wire.ts";
import type { NameSaid, Pronunciation } from "@web/wire.ts";

export const reading = (lexicon: readonly Pronunciation[], { name }: NameSaid): string =>
  lexicon.find(({ written }) => written === name)?.spoken ?? "";

/** The whole name is the word that is read otherwise; emptied, its row goes. */
export function withReading(lexicon: readonly Pronunciation[], { name }: NameSaid, spoken: string): Pronunciation[] {
  const others = lexicon.filter(({ written }) => written !== name);
  return spoken.trim() ? [...others, { written: name, spoken: spoken.trim() }] : others;
}
