// The twin test of bounds.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { endsText, inTable, lettersAt, numbersAt } from "./bounds.ts";

const BOUNDS = {
  numbers: { "services.standard_seconds": [1, 28800], "gifts.unit_cost_fen": [0, 100000], "remedy_share": [0, 1], "layouts.rows": [1, 12] },
  letters: { "services.note": 400 },
  usual_letters: 120,
  items: {},
  usual_items: 200,
} as const;

test("a place is found in the table whatever its number in the list", () => {
  assert.equal(inTable("ladders[0].rungs[12].after_seconds"), "ladders.rungs.after_seconds");
  assert.deepEqual(numbersAt(BOUNDS, "services[3].standard_seconds"), [1, 28800]);
  assert.equal(numbersAt(BOUNDS, "services[3].name"), undefined);
  assert.equal(numbersAt(undefined, "services[3].standard_seconds"), undefined);
});

test("every text has a most, its own or the usual one", () => {
  assert.equal(lettersAt(BOUNDS, "services[3].note"), 400);
  assert.equal(lettersAt(BOUNDS, "services[3].name"), 120);
  assert.equal(lettersAt(BOUNDS, ""), undefined);
});

test("both ends are said in the figure's own unit", () => {
  assert.deepEqual(endsText(BOUNDS, "services[0].standard_seconds", "zh"), ["1 秒", "8 小时"]);
  assert.deepEqual(endsText(BOUNDS, "gifts[0].unit_cost_fen", "en"), ["0.00 yuan", "1000.00 yuan"]);
  assert.deepEqual(endsText(BOUNDS, "remedy_share", "en"), ["0 %", "100 %"]);
  assert.deepEqual(endsText(BOUNDS, "layouts[1].rows", "zh"), ["1", "12"]);
  assert.equal(endsText(BOUNDS, "phone", "zh"), undefined);
});
