// What a customer should know of a business before taking a number: papers, fee, note. Short words stand on its tile, long
// ones on a page between; nowhere are they met only after the number.
import { lang, tx } from "@web/language/i18n.ts";
import type { KioskService } from "@web/wire.ts";
import { low } from "./comfort.ts";
import { t } from "./texts.ts";

export interface Need {
  what: "materials" | "fee" | "note";
  words: string;
}

const joined = (words: readonly string[]): string => words.filter(Boolean).join(lang.value === "zh" ? "、" : ", ");

export function needsOf(service: Pick<KioskService, "materials" | "fee" | "note">): Need[] {
  const needs: Need[] = [
    { what: "materials", words: joined(service.materials.map(tx)) },
    { what: "fee", words: tx(service.fee) },
    { what: "note", words: tx(service.note) },
  ];
  return needs.filter((need) => need.words);
}

/** All of it as one line for a tile. */
export const inShort = (needs: readonly Need[]): string =>
  needs.map(({ what, words }) => (what === "note" ? words : t(what === "fee" ? "feeIs" : "bringIs", { words }))).join(t("then"));

/** A hanzi takes two columns. */
export const columns = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

const ON_A_TILE = { usual: 76, low: 24 }; // columns; a tile at wheelchair height is half as high

/** Whether its tile can say all of it in letters that are read standing. */
export const saysItself = (service: Pick<KioskService, "materials" | "fee" | "note">): boolean =>
  columns(inShort(needsOf(service))) <= (low.value ? ON_A_TILE.low : ON_A_TILE.usual);
