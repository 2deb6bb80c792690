// What the server says of a figure, for who reads it beside its field: no name of a program, and spans as people say them.
import type { Lang } from "../../../server/web/i18n.ts";
import { valueText } from "../rules/figure_words.ts";
import type { Problem } from "./shapes.ts";

const CODE_NAME = /\s?\b[a-z]+(?:_[a-z]+)+\b/g;
const NUMBER = /\d+(?:\.\d+)?/g;
const unitOf = (where: string): string => (where.endsWith("_seconds") ? "s" : where.endsWith("_ms") ? "ms" : where.endsWith("_fen") ? "fen" : "");

/** The label of the field says which figure it is: its name in the set-up's file is left out. */
export function inWords(problem: Problem): Problem {
  const { where, text } = problem;
  if (!where.startsWith("figures.")) return problem;
  const unit = unitOf(where);
  const said = (words: string, lang: Lang): string =>
    words.replace(CODE_NAME, "").replace(NUMBER, (number) => (unit ? valueText(Number(number), unit, lang) : number)).trim();
  const english = said(text.en, "en");
  return { ...problem, text: { zh: said(text.zh, "zh"), en: english.charAt(0).toUpperCase() + english.slice(1) } };
}
