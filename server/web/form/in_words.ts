// A value in words by what is known of its field: "10 分钟", "2.00 元", "33 %", a name instead of an id.
import { lang, tx, type Lang } from "../language/i18n.ts";
import type { Field, Text } from "../wire.ts";

export type NameOf = (of: string, id: string) => string;
type Words = Pick<Field, "kind"> & Partial<Field>;

const UNITS = {
  zh: { h: " 小时", m: " 分钟", s: " 秒", yuan: " 元", yes: "是", no: "否", space: " ", none: "0 秒", and: "、" },
  en: { h: " h", m: " min", s: " s", yuan: " yuan", yes: "yes", no: "no", space: " ", none: "0 s", and: ", " },
} as const;

export const isText = (value: unknown): value is Text => typeof value === "object" && value !== null && "zh" in value && "en" in value;

export function spanText(seconds: number, as: Lang): string {
  const words = UNITS[as];
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 3600), words.h],
    [Math.floor((seconds % 3600) / 60), words.m],
    [seconds % 60, words.s],
  ];
  return parts.filter(([n]) => n > 0).map(([n, unit]) => `${n}${unit}`).join(words.space) || words.none;
}

/** Fen as yuan: 200 is "2.00". */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
/** A share of one as whole percent; 0.33 is 33, not 33.00000000000001. */
export const percentOf = (share: number): number => Math.round(share * 100);
/** How a choice's value stands in a select: what is no text stands as JSON. */
export const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function number(field: Words, value: number, as: Lang = lang.value): string {
  const words = UNITS[as];
  if (field.kind === "span") return spanText(value, as);
  if (field.kind === "money_fen") return `${yuan(value)}${words.yuan}`;
  if (field.kind === "share") return `${percentOf(value)} %`;
  return [String(value), field.unit?.[as]].filter(Boolean).join(" ");
}

/** Both ends as people say them: ["1 分钟", "4 小时"]; undefined where no number is typed. */
export const endsOf = (field: Words, as?: Lang): readonly [string, string] | undefined =>
  field.ends && field.kind !== "choice" ? [number(field, field.ends.least, as), number(field, field.ends.most, as)] : undefined;

/** "缴费、过户" and "Bills, transfers". */
export const joined = (words: readonly string[]): string => words.join(UNITS[lang.value].and);

/** Of a list what each item says; nothing at all says what none means there. */
export function inWords(field: Words, value: unknown, nameOf: NameOf = (_, id) => id): string {
  const none = field.none ? tx(field.none) : "";
  if (!Array.isArray(value)) return one(field, value, nameOf) || none;
  const item = (each: unknown) => (field.kind === "table" ? part(field, each, nameOf) : one(field, each, nameOf));
  return joined(value.map(item)) || none;
}

function one(field: Words, value: unknown, nameOf: NameOf): string {
  const choice = field.choices?.find((known) => known.value === written(value));
  if (choice) return tx(choice.text);
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return UNITS[lang.value][value ? "yes" : "no"];
  if (typeof value === "number") return value === 0 && field.none?.zh ? tx(field.none) : number(field, value);
  if (typeof value === "string") return field.of ? nameOf(field.of, value) : value;
  return isText(value) ? tx(value) : part(field, value, nameOf);
}

/** A piece of several fields: "08:30–17:00", or one after the other; what is asked elsewhere is left out. */
function part(field: Words, value: unknown, nameOf: NameOf): string {
  const fields = field.fields ?? [];
  if (fields.length === 1 && !fields[0]!.id) return one(fields[0]!, value, nameOf);
  const those = fields.filter((known) => !known.elsewhere).map((known) => inWords(known, (value as Record<string, unknown>)[known.id], nameOf));
  return those.filter(Boolean).join(fields.every(({ kind }) => kind === "time") ? "–" : " ");
}
