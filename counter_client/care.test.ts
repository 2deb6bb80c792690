import assert from "node:assert/strict";
import test from "node:test";

import { handled, standing } from "./care.ts";

test("a wait of exactly the goal is still within it", () => {
  assert.equal(standing(600, 600, 1200), "near");
  assert.equal(standing(600.1, 600, 1200), "over");
});

test("a wait of exactly the threshold earns no amends yet", () => {
  assert.equal(standing(1200, 600, 1200), "over");
  assert.equal(standing(1200.1, 600, 1200), "remedy");
});

test("a short wait is normal", () => {
  assert.equal(standing(0, 600, 1200), "good");
});

test("time parked is not handling time", () => {
  const started = "2024-07-10T02:00:00Z";
  assert.equal(handled(started, 60, Date.parse("2024-07-10T02:05:00Z")), 240);
});

test("nobody served is no time", () => {
  assert.equal(handled(null, 0, 0), 0);
});
