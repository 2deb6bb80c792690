// Hanzi found by how they are read: whole syllables, initials or a mixture ("guohu", "gh", "guoh").
import { READINGS } from "./readings.ts";

let readings: Map<string, string[]> | undefined;

function readingsOf(letter: string): readonly string[] {
  if (!readings) {
    readings = new Map();
    for (const line of READINGS.split("|")) {
      const [reading = "", letters = ""] = line.split(" ");
      for (const one of letters) {
        const known = readings.get(one);
        if (known) known.push(reading);
        else readings.set(one, [reading]);
      }
    }
  }
  return readings.get(letter) ?? [];
}

/** One letter is read in every text there is. */
const LEAST = 2;

/** Whether a typed word can be a reading at all; whoever types hanzi means hanzi. */
export const canBeRead = (typed: string): boolean => typed.length >= LEAST && /^[a-z]+$/.test(typed);

/** Of each letter the ways it is read, none of what is no hanzi. */
export type Readings = readonly (readonly string[])[];
export const readingsIn = (text: string): Readings => Array.from(text, readingsOf);

/** Whether some hanzi in a row are read so; the last syllable may be only begun. */
export const isReadIn = (text: Readings, typed: string): boolean => text.some((_, at) => readsFrom(text, at, typed, 0));

function readsFrom(text: Readings, at: number, typed: string, from: number): boolean {
  if (from === typed.length) return true;
  return (text[at] ?? []).some((reading) => {
    if (reading[0] !== typed[from]) return false;
    const left = typed.length - from;
    if (left <= reading.length && reading.startsWith(typed.slice(from))) return true;
    return (typed.startsWith(reading, from) && readsFrom(text, at + 1, typed, from + reading.length)) || readsFrom(text, at + 1, typed, from + 1);
  });
}
