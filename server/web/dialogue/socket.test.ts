import assert from "node:assert/strict";
import test from "node:test";
import { delay, freshnessOf } from "./socket.ts";

test("the wait before a new try doubles and stops at ten seconds", () => {
  assert.deepEqual([0, 1, 2, 3].map((n) => delay(n, 1)), [300, 550, 1050, 2050]);
  assert.equal(delay(50, 1), 10_050);
});

test("jitter is full: screens that lost the server together do not come back together", () => {
  assert.equal(delay(8, 0), 50);
  assert.equal(delay(8, 0.5), 5_050);
});

test("one late beat is no news, two are worth a word, thirty seconds a warning", () => {
  assert.deepEqual([0, 6_000, 6_001, 30_000, 30_001].map(freshnessOf), ["fresh", "fresh", "updating", "updating", "stale"]);
});
