// The twin test of lists.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { movedBy, newId, replacedAt } from "./lists.ts";

test("a thing moves by one place and stops at both ends", () => {
  assert.deepEqual(movedBy(["a", "b", "c"], 1, -1), ["b", "a", "c"]);
  assert.deepEqual(movedBy(["a", "b", "c"], 2, 1), ["a", "b", "c"]);
});

test("one takes another's place, the others stay", () => {
  assert.deepEqual(replacedAt(["a", "b"], 1, "x"), ["a", "x"]);
});

test("a new id is the first that nothing is called yet", () => {
  assert.equal(newId("zone", ["zone1", "zone3", "main"]), "zone2");
  assert.equal(newId("", ["1", "2"]), "3");
});
