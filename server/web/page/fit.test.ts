import assert from "node:assert/strict";
import { test } from "node:test";
import { largestThatFits, looksOf, spare } from "./fit.ts";

test("what fits stays as it is", () => assert.equal(largestThatFits(() => true), 1));
test("the largest step that fits is taken", () => assert.equal(largestThatFits((step) => step <= 0.7), 0.7));
test("a letter that hangs below the line is ink too", () => {
  assert.ok(spare("Payment")[1] < spare("Counter")[1]);
  assert.ok(spare("交费 Payment")[1] < spare("交费")[1]);
});
test("what never fits is set as small as it may be", () => assert.equal(largestThatFits(() => false), 0.4));
test("the second language goes first, then one part after the other", () =>
  assert.deepEqual(looksOf([3, 1, 3]), [
    { tight: false, gone: 0 },
    { tight: true, gone: 0 },
    { tight: true, gone: 1 },
    { tight: true, gone: 3 },
  ]));
