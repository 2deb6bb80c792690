import assert from "node:assert/strict";
import test from "node:test";
import { nameOf, nextCustomer } from "./flow.ts";

test("two taps in a moment are one wish", () => {
  assert.equal(nameOf("pay", 1_000), nameOf("pay", 3_900));
});

test("another business, or the same one later, is a new wish", () => {
  const first = nameOf("pay", 10_000);
  assert.ok(nameOf("install", 10_100) !== first);
  assert.ok(nameOf("pay", 10_200) !== first);
  assert.ok(nameOf("pay", 13_300) !== nameOf("pay", 16_400));
});

test("the next customer's number is never the last one's", () => {
  const first = nameOf("pay", 50_000);
  nextCustomer();
  assert.ok(nameOf("pay", 50_500) !== first);
});
