// A remedy's gift in words: its price, how many are left, and why one cannot be given (R07).
import { table } from "../language/i18n.ts";
import type { GiftRow } from "../wire.ts";

const t = table({
  zh: { price: "{yuan} 元", left: "剩 {n}", out: "没有库存", dear: "超过限价" },
  en: { price: "{yuan} yuan", left: "{n} left", out: "out of stock", dear: "too dear" },
});

/** Fen as yuan: "1.50". */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** What keeps a gift from being given. */
export function barrier(gift: Pick<GiftRow, "stock" | "usable">): "out" | "dear" | null {
  if (gift.stock <= 0) return "out";
  return gift.usable ? null : "dear";
}

/** "1.50 元 · 剩 40", or what is in the way. */
export const giftNote = (gift: GiftRow): string =>
  `${t("price", { yuan: yuan(gift.unit_cost_fen) })} · ${t(barrier(gift) ?? "left", { n: gift.stock })}`;
