// Shares, lights and the time that is left.
import assert from "node:assert/strict";
import test from "node:test";
import { light, nextAct, percentText, unsettled, within } from "./care.ts";

const NOW = Date.parse("2024-07-10T02:16:00Z");

test("a share is cut to one place and never made whole", () => {
  assert.equal(percentText({ part: 64, n: 100, enough: true }), "64");
  assert.equal(percentText({ part: 1999, n: 2000, enough: true }), "99.9");
  assert.equal(percentText({ part: 52, n: 53, enough: true }), "98.1");
});

test("the hall's own aim keeps the goal, fifteen points below it nearly do, too few have no light", () => {
  const seen = (part: number, n: number, aim = 0.9) => light({ part, n, enough: n >= 10 }, aim);
  assert.deepEqual([seen(9, 10), seen(89, 100), seen(74, 100), seen(0, 0), seen(9, 9)], ["good", "near", "over", null, null]);
  assert.deepEqual([seen(80, 100, 0.8), seen(70, 100, 0.8), seen(60, 100, 0.8)], ["good", "near", "over"]);
});

test("of those called, who was within the goal", () => {
  assert.deepEqual(within({ called: 14, within_goal: 13, enough: true }), { part: 13, n: 14, enough: true });
});

test("an offered case still waits for somebody, a declined one does not", () => {
  assert.deepEqual(["open", "offered", "given", "declined", "missed", "waived"].filter(unsettled), ["open", "offered"]);
});

test("four minutes before an act it is shown as near", () => {
  const ticket = { next_act: "remedy", next_at: "2024-07-10T02:20:00Z" };
  assert.deepEqual(nextAct(ticket, NOW), { act: "remedy", seconds: 240, soon: true });
  assert.equal(nextAct(ticket, NOW - 1000)!.soon, false);
  assert.equal(nextAct(ticket, NOW + 600_000)!.seconds, 0);
  assert.equal(nextAct({ next_act: "", next_at: null }, NOW), null);
});
