import assert from "node:assert/strict";
import { test } from "node:test";
import { leastSpan } from "./least_span.ts";

test("one moment stands in the middle of the least stretch", () => {
  assert.deepEqual(leastSpan(3600, 3600, 1800), [2700, 4500]);
});

test("two moments close together are widened to it, and one long enough stays as it is", () => {
  assert.deepEqual(leastSpan(3000, 3600, 1800), [2400, 4200]);
  assert.deepEqual(leastSpan(0, 1800, 1800), [0, 1800]);
  assert.deepEqual(leastSpan(0, 9000, 1800), [0, 9000]);
});
