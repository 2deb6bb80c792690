// A notice is shown whole, for as long as it takes to read.
import assert from "node:assert/strict";
import test from "node:test";
import { columns, turnsFor } from "./strip.ts";

test("a hanzi is as wide as two letters", () => assert.equal(columns("国庆节 ok"), 9));

test("a long notice stands longer, but not for ever", () => {
  assert.deepEqual([0, 20, 31, 60, 400].map((hanzi) => turnsFor("字".repeat(hanzi))), [1, 1, 2, 2, 4]);
});
