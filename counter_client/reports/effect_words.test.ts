// The twin test of report_effect_words.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { estimateText, figureText } from "./effect_words.ts";

test("a difference is shown with its interval and both signs", () => {
  assert.equal(estimateText({ value: 17, low: -8, high: 46 }, 0), "+17 [−8, +46]");
  assert.equal(estimateText({ value: -0.284, low: -0.3, high: 0 }), "−0.28 [−0.30, 0.00]");
});

test("a figure that may not be shown is a dash", () => {
  assert.equal(figureText(212), "212");
  assert.equal(figureText(0.031), "0.03");
  assert.equal(figureText(null), "–");
});
