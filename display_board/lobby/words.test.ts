import assert from "node:assert/strict";
import test from "node:test";
import { figured, ranges } from "./words.ts";

test("a counter's figure stands apart from its unit", () => {
  assert.deepEqual(figured("12 号窗口"), { figure: "12", unit: "号窗口" });
  assert.deepEqual(figured("6号流动窗口"), { figure: "6", unit: "号流动窗口" });
});

test("a room's name has no figure", () => {
  assert.deepEqual(figured("接待室"), { figure: "", unit: "接待室" });
});

test("three and more in a row are a range, two are not", () => {
  assert.equal(ranges(["1", "2", "3", "4", "6", "8", "9"]), "1–4 6 8 9");
});

test("counters are told in the order of their numbers, those without one by name", () => {
  assert.equal(ranges(["10", "9", "2"]), "2 9 10");
  assert.equal(ranges(["B", "A"]), "A B");
});
