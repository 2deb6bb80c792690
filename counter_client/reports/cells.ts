// A report's cells in words: each kind its own way, nothing measured is a dash, too few is said and never ranked.
import { mmss, momentText } from "../../server/web/time/clock.ts";
import { lang, texts, tx } from "../../server/web/language/i18n.ts";
import type { Cell, People, ShareCell, TooFew, Words } from "./shapes.ts";

export const NOTHING = "–";
const TOO_FEW = { zh: "样本不足", en: "not enough data" };
const YES = { zh: "是", en: "yes" };

export const isShare = (cell: Cell): cell is ShareCell => typeof cell === "object" && cell !== null && "k" in cell;
export const isTooFew = (cell: Cell): cell is TooFew => typeof cell === "object" && cell !== null && "too_few" in cell;

export const tooFewText = (n: number, minimum: number): string => `${tx(TOO_FEW)} (n=${n}${minimum ? ` < ${minimum}` : ""})`;

/** One decimal, cut: 99.96 % is not a hundred; of too few there is no share. */
export const shareText = (cell: ShareCell): string =>
  cell.value === null ? NOTHING : !cell.enough ? tx(TOO_FEW) : `${(Math.floor(cell.value * 1000 + 1e-9) / 10).toFixed(1)} %`;

export const countText = (cell: ShareCell): string => `${cell.k}/${cell.n}`;

const decimals = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2));

/** Plain words for every kind but a share, which is drawn. */
export function cellText(kind: string, cell: Cell, people: People): string {
  if (cell === null || cell === undefined || cell === "") return NOTHING;
  if (isShare(cell)) return `${shareText(cell)} ${countText(cell)}`;
  if (isTooFew(cell)) return tooFewText(cell.n, cell.minimum);
  if (kind === "person" && typeof cell === "string") return whoText(String(cell), people);
  if (kind === "moment") return momentText(Date.parse(String(cell)));
  if (typeof cell === "boolean") return cell ? tx(YES) : "";
  if (typeof cell === "number") return numberText(kind, cell);
  return texts(cell as Words);
}

/** A person is told apart by the staff number, which people know; a device's id says nothing to anybody. */
function whoText(id: string, people: People): string {
  const known = people[id];
  return typeof known === "string" ? `${known} ${id}` : known ? tx(known) : id;
}

function numberText(kind: string, value: number): string {
  if (kind === "seconds") return (value < 0 ? "−" : "") + mmss(Math.round(Math.abs(value)));
  if (kind === "money") return `${(value / 100).toFixed(2)} ${lang.value === "zh" ? "元" : "yuan"}`;
  return kind === "level" ? value.toFixed(2) : decimals(value);
}

/** Numbers stand at the right, words at the left. */
export const isNumber = (kind: string): boolean => ["count", "seconds", "money", "level", "share", "rank", "number"].includes(kind);
