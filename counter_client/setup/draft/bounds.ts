// How much each place of the set-up may hold, by the server's own table: what a field says and its input keeps to.
import type { Bounds } from "@web/wire.ts";
export type { Bounds } from "@web/wire.ts";
import type { Lang } from "../../../server/web/i18n.ts";
import { valueText } from "../rules/figure_words.ts";
import { steps } from "./paths.ts";

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/_seconds$/, "s"],
  [/_ms$/, "ms"],
  [/_fen$/, "fen"],
  [/_share$/, "%"],
];

/** "services[2].name" → "services.name". */
export const inTable = (where: string): string => steps(where).filter((step) => !step.startsWith("[")).join(".");

export const numbersAt = (bounds: Bounds | undefined, where: string): readonly [number, number] | undefined => bounds?.numbers[inTable(where)];

export const lettersAt = (bounds: Bounds | undefined, where: string): number | undefined =>
  bounds && where ? (bounds.letters[inTable(where)] ?? bounds.usual_letters) : undefined;

/** Both ends as people say them: ["1 min", "4 h"]; undefined where no number stands. */
export function endsText(bounds: Bounds | undefined, where: string, lang: Lang): readonly [string, string] | undefined {
  const ends = numbersAt(bounds, where);
  const unit = UNITS.find(([name]) => name.test(where))?.[1] ?? "";
  return ends && [valueText(ends[0], unit, lang), valueText(ends[1], unit, lang)];
}
