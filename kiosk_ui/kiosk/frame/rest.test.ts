import assert from "node:assert/strict";
import test from "node:test";
import { patience, secondsLeft } from "./rest.ts";

test("a kiosk asks after 45 seconds and forgets 20 seconds later", () => {
  assert.deepEqual([0, 44.9, 45, 64.5, 65].map((s) => secondsLeft(s, patience(false))), [null, null, 20, 1, 0]);
});

test("by two keys or one switch it asks later, and the question stands a minute", () => {
  assert.deepEqual([119, 120, 180].map((s) => secondsLeft(s, patience(true, true))), [null, 60, 0]);
});

test("in large print it waits twice as long", () => {
  assert.deepEqual([89, 90, 120].map((s) => secondsLeft(s, patience(true))), [null, 30, 0]);
});
