// What staff say at a moment (R02, R06), in versions: what was said stays on record, the newest in force is shown.
import type { Script, Text } from "@web/wire.ts";
import type { Day } from "@web/time/days.ts";

export const MOMENTS = ["explain", "water", "remedy"] as const;
const FILLED = ["ahead", "wait"];

const newestFirst = (a: Script, b: Script): number => b.version - a.version;

export const versionsOf = (scripts: readonly Script[], moment: string): Script[] =>
  scripts.filter((script) => script.moment === moment).sort(newestFirst);

/** Moments the hall has words for, the known ones first. */
export const momentsOf = (scripts: readonly Script[]): string[] =>
  Array.from(new Set<string>([...MOMENTS, ...scripts.map((script) => script.moment)]));

export const inForce = (scripts: readonly Script[], moment: string, today: Day): Script | null =>
  versionsOf(scripts, moment).find((script) => script.effective_from <= today) ?? null;

/** Another wording is a version of its own; the old one stays. */
export function withVersion(scripts: readonly Script[], moment: string, text: Text, from: Day): Script[] {
  const version = (versionsOf(scripts, moment)[0]?.version ?? 0) + 1;
  return [...scripts, { moment, version, text, effective_from: from }];
}

const isOne = (a: Script, b: Script): boolean => a.moment === b.moment && a.version === b.version;

export const withoutVersion = (scripts: readonly Script[], gone: Script): Script[] => scripts.filter((one) => !isOne(one, gone));

/** Only what the hall does not have yet may be reworded: a version that was saved may have been said. */
export const replaced = (scripts: readonly Script[], script: Script): Script[] => scripts.map((one) => (isOne(one, script) ? script : one));

export const isSaved = (saved: readonly Script[], script: Script): boolean => saved.some((one) => isOne(one, script));

const PLACES = new RegExp(`\\{(${FILLED.join("|")})\\}`);

/** Words and, at every odd place, the name of what is filled in between them. */
export const piecesOf = (text: string): string[] => text.split(PLACES);

/** Words in braces nobody would fill in. */
export function unknownPlaces(text: Text): string[] {
  const names = Array.from(`${text.zh} ${text.en}`.matchAll(/\{([^}]*)\}?/g), (match) => match[1]!);
  return Array.from(new Set(names.filter((place) => !FILLED.includes(place)))).map((place) => `{${place}}`);
}
