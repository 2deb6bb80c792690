// What is wrong with what stands in a form, by what is known of its fields. The hall itself stays the judge.
import type { Lang } from "../language/i18n.ts";
import type { Field, Text } from "../wire.ts";
import { endsOf, isText } from "./in_words.ts";
import { t } from "./texts.ts";

export interface Problem {
  where: string;
  text: Text;
}

const both = (say: (as: Lang) => string): Text => ({ zh: say("zh"), en: say("en") });
const wordsOf = (value: unknown): string => (isText(value) ? value.zh : typeof value === "string" ? value : "").trim();
const CLOCK = "([01]\\d|2[0-3]):[0-5]\\d";

/** Of one value: an empty one is wrong only where something must stand. */
export function problemOf(field: Field, value: unknown): Text | null {
  const words = wordsOf(value);
  const isWords = typeof value === "string" || isText(value);
  if (field.required && isWords && !words) return both((as) => t("required", {}, as));
  const pattern = field.kind === "time" ? CLOCK : field.pattern;
  if (pattern && words && !new RegExp(`^(?:${pattern})$`).test(words)) return both((as) => t("unlike", {}, as));
  if (typeof value !== "number" || !field.ends || (value >= field.ends.least && value <= field.ends.most)) return null;
  return both((as) => {
    const [least, most] = endsOf(field, as) ?? ["", ""];
    return t("beyond", { least, most }, as);
  });
}

/** Of all that a form asks, each at its place, in the form's own order. */
export function problems(form: readonly Field[], values: unknown, above = ""): Problem[] {
  return form.flatMap((field) => {
    const value = field.id ? (values as Record<string, unknown>)[field.id] : values;
    const where = [above, field.id].filter(Boolean).join(".");
    const text = problemOf(field, value);
    return [...(text ? [{ where, text }] : []), ...within(field, value, where)];
  });
}

function within(field: Field, value: unknown, where: string): Problem[] {
  if (field.kind === "part") return value ? problems(field.fields, value, where) : [];
  if (field.kind !== "table" || !Array.isArray(value)) return [];
  return value.flatMap((item, at) => problems(field.fields, item, `${where}[${at}]`));
}
