// The twin test of figure_words.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { comingTo, inForceSince, percentOf, valueText } from "./figure_words.ts";

test("seconds are said in the largest units that fit", () => {
  assert.equal(valueText(600, "s", "zh"), "10 分钟");
  assert.equal(valueText(5400, "s", "zh"), "1 小时 30 分钟");
  assert.equal(valueText(95, "s", "en"), "1 min 35 s");
  assert.equal(valueText(0, "s", "zh"), "0 秒");
});

test("money, shares, counts and yes or no have their own words", () => {
  assert.equal(valueText(200, "fen", "zh"), "2.00 元");
  assert.equal(valueText(0.33, "%", "en"), "33 %");
  assert.equal(valueText(24, "count", "zh"), "24");
  assert.equal(valueText(1000, "ms", "zh"), "1000 毫秒");
  assert.equal(valueText(true, "bool", "zh"), "是");
  assert.equal(percentOf(0.29), 29);
});

const changed = (path: string, after: unknown) => ({ path, text: { zh: "", en: "" }, before: null, after });

test("a value is in force since the newest change of it", () => {
  const history = [
    { at: "2026-11-20T01:00:00Z", name: "周", changes: [changed("phone", "1")] },
    { at: "2026-08-01T01:00:00Z", name: "王", changes: [changed("figures.seats", 20)] },
    { at: "2026-07-01T01:00:00Z", name: "周", changes: [changed("figures.seats", 10)] },
  ];
  assert.equal(inForceSince(history, "figures.seats")!.name, "王");
  assert.equal(inForceSince(history, "figures.max_recall"), null);
});

test("a planned value is told with its day, the soonest of two", () => {
  const plan = (valid_from: string, after: number) => ({ plan: valid_from, valid_from, by: "", note: "", changes: [changed("figures.seats", after)] });
  assert.deepEqual(comingTo([plan("2026-12-01", 30), plan("2026-11-23", 20)], "figures.seats"), { from: "2026-11-23", value: 20 });
  assert.equal(comingTo([], "figures.seats"), null);
});
