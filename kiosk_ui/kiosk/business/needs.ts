// What a customer should know of a business before taking a number: papers, conditions, fee, limit, note. Short words stand
// on its tile, long ones on a page between; nowhere are they met only after the number.
import { formName } from "@web/catalogue/blank_form.tsx";
import { businessOf } from "@web/catalogue/catalogue.ts";
import { lang, tx } from "@web/language/i18n.ts";
import type { KioskService } from "@web/wire.ts";
import { low } from "../comfort/comfort.ts";
import { t } from "../texts.ts";

export interface Need {
  what: "materials" | "ask" | "agent" | "forms" | "conditions" | "fee" | "limit" | "note";
  words: string;
}

const joined = (words: readonly string[]): string => words.filter(Boolean).join(lang.value === "zh" ? "、" : ", ");

/** `own`: the papers are those of the customer's segment, and the catalogue's pictures and "enough to begin" say nothing of them. */
export type Asked = Pick<KioskService, "id" | "materials" | "fee" | "note"> & { own?: boolean };

/** The first papers may be enough to begin (B10). */
function papersOf({ id, materials, own }: Asked): string {
  const enough = own ? 0 : (businessOf(id)?.entry.enough ?? 0);
  const papers = joined(materials.map(tx));
  return papers + (enough > 0 && enough < materials.length ? t("enough", { n: enough }) : "");
}

export function needsOf(service: Asked): Need[] {
  const entry = businessOf(service.id)?.entry;
  const needs: Need[] = [
    { what: "materials", words: papersOf(service) },
    { what: "ask", words: entry?.incomplete ? t("noMaterials") : "" }, // a guide knows what is not written down (B08)
    { what: "agent", words: joined((entry?.agent_materials ?? []).map(tx)) },
    { what: "forms", words: joined((entry?.forms ?? []).filter(({ place }) => tx(place)).map(formName)) }, // where the paper lies (B03)
    { what: "conditions", words: joined((entry?.conditions ?? []).map(tx)) },
    { what: "fee", words: tx(service.fee) },
    { what: "limit", words: entry ? tx(entry.limit) : "" },
    { what: "note", words: tx(service.note) },
  ];
  return needs.filter((need) => need.words);
}

const IN_A_LINE = { materials: "bringIs", agent: "agentIs", forms: "formsAre", fee: "feeIs" } as const;
const shortly = ({ what, words }: Need): string => (what in IN_A_LINE ? t(IN_A_LINE[what as keyof typeof IN_A_LINE], { words }) : words);

/** All of it as one line for a tile. */
export const inShort = (needs: readonly Need[]): string => needs.map(shortly).join(t("then"));

/** A hanzi takes two columns. */
export const columns = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

const TWO_LINES = 64; // columns

/** More than two lines of a page. */
export const isLong = (needs: readonly Need[]): boolean => needs.length > 2 || columns(inShort(needs)) > TWO_LINES;

const ON_A_TILE = { usual: 76, low: 24 }; // columns; a tile at wheelchair height is half as high

/** Whether its tile can say all of it in letters that are read standing; a picture needs a page. */
export const saysItself = (service: Asked): boolean =>
  !samplesOf(service).length && columns(inShort(needsOf(service))) <= (low.value ? ON_A_TILE.low : ON_A_TILE.usual);

export const samplesOf = ({ id, own }: Asked) => (own ? [] : (businessOf(id)?.entry.samples.filter(({ file }) => file) ?? []));
