// A figure's value as people say it: "10 minutes", "2.00 yuan", "33 %".
import type { Lang } from "../../../server/web/i18n.ts";
import type { Change, Plan } from "../draft/shapes.ts";

export type Value = number | string | boolean;

const UNITS = {
  zh: { h: " 小时", m: " 分钟", s: " 秒", ms: " 毫秒", yuan: " 元", yes: "是", no: "否", space: " ", none: "0 秒" },
  en: { h: " h", m: " min", s: " s", ms: " ms", yuan: " yuan", yes: "yes", no: "no", space: " ", none: "0 s" },
} as const;

export function spanText(seconds: number, lang: Lang): string {
  const words = UNITS[lang];
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

export function valueText(value: Value, unit: string, lang: Lang): string {
  const words = UNITS[lang];
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "string") return value;
  if (unit === "s") return spanText(value, lang);
  if (unit === "ms") return `${value}${words.ms}`;
  if (unit === "fen") return `${yuan(value)}${words.yuan}`;
  return unit === "%" ? `${percentOf(value)} %` : String(value);
}

interface Past {
  at: string;
  name: string;
  changes: readonly Change[];
}

/** Since when the value in force is in force, and by whom; null for one nobody ever changed. The newest entry is first. */
export function inForceSince<T extends Past>(history: readonly T[], path: string): T | null {
  return history.find((entry) => entry.changes.some((change) => change.path === path)) ?? null;
}

export interface Coming {
  from: string;
  value: unknown;
}

/** What a plan will make of it, the soonest first. */
export function comingTo(plans: readonly Plan[], path: string): Coming | null {
  const found = plans.flatMap(({ valid_from, changes }) =>
    changes.filter((change) => change.path === path).map((change) => ({ from: valid_from, value: change.after })),
  );
  return found.sort((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null;
}
