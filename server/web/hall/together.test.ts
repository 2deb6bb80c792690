import assert from "node:assert/strict";
import test from "node:test";
import { together } from "./together.ts";

test("groups stand as their first came, and in each the order stays", () => {
  const words = ["b2", "a1", "b1", "c1", "a2"];
  assert.deepEqual(together(words, (word) => word[0]!), [["b", ["b2", "b1"]], ["a", ["a1", "a2"]], ["c", ["c1"]]]);
  assert.deepEqual(together([], String), []);
});
