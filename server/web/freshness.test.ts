import assert from "node:assert/strict";
import test from "node:test";
import { freshnessOf } from "./freshness.ts";

test("one late beat is no news, two are worth a word, thirty seconds a warning", () => {
  assert.deepEqual([0, 6_000, 6_001, 30_000, 30_001].map(freshnessOf), ["fresh", "fresh", "updating", "updating", "stale"]);
});
