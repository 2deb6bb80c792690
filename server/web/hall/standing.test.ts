// The limits to the second.
import assert from "node:assert/strict";
import test from "node:test";
import { since, waitState } from "./standing.ts";

const limits = { goal_seconds: 600, threshold_seconds: 1200 };
const NOW = Date.parse("2024-07-10T02:30:00Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

test("a short wait is normal", () => assert.equal(waitState(0, limits), "good"));

test("ten minutes keep the goal, a second more does not", () => {
  assert.equal(waitState(600, limits), "near");
  assert.equal(waitState(601, limits), "over");
});

test("twenty minutes earn no remedy, a second more does", () => {
  assert.equal(waitState(1200, limits), "over");
  assert.equal(waitState(1201, limits), "remedy");
});

test("eight of ten minutes are near the goal", () => {
  assert.equal(waitState(479, limits), "good");
  assert.equal(waitState(480, limits), "near");
});

test("nobody waiting is no wait, and a clock behind the server's gives none below nought", () => {
  assert.equal(since(null, NOW), 0);
  assert.equal(since(ago(-5), NOW), 0);
});
