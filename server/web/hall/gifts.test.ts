import assert from "node:assert/strict";
import test from "node:test";
import { barrier, giftNote, yuan } from "./gifts.ts";
import { speak } from "../language/i18n.ts";
import type { GiftRow } from "../wire.ts";

test("a price has two decimals", () => {
  assert.deepEqual([150, 5, 1500].map(yuan), ["1.50", "0.05", "15.00"]);
});

test("a gift that cannot be given says why", () => {
  assert.equal(barrier({ stock: 39, usable: true }), null);
  assert.equal(barrier({ stock: 0, usable: false }), "out");
  assert.equal(barrier({ stock: 40, usable: false }), "dear");
});

test("a gift says what it costs and how many are left, or what is in its way", () => {
  const umbrella = { id: "u", name: { zh: "雨伞", en: "Umbrella" }, unit_cost_fen: 150, stock: 40, low: false, usable: true } as GiftRow;
  const notes = (gift: GiftRow) => [(speak("zh"), giftNote(gift)), (speak("en"), giftNote(gift))];
  assert.deepEqual(notes(umbrella), ["1.50 元 · 剩 40", "1.50 yuan · 40 left"]);
  assert.deepEqual(notes({ ...umbrella, stock: 0 }), ["1.50 元 · 没有库存", "1.50 yuan · out of stock"]);
  assert.deepEqual(notes({ ...umbrella, usable: false }), ["1.50 元 · 超过限价", "1.50 yuan · too dear"]);
});
