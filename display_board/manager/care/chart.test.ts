import assert from "node:assert/strict";
import test from "node:test";
import type { Point } from "@web/wire.ts";
import { columns, lastWindow, longestFirst } from "./chart.ts";

const call = (clock: string, minutes: number, remedied = false, service = "pay"): Point =>
  ({ at: `2024-07-10T${clock}Z`, clock, waited_seconds: minutes * 60, service, number: clock, ticket: clock, remedied });
const DAY = [call("01:00:00", 4), call("01:20:00", 8), call("01:30:00", 12), call("02:00:00", 24, true, "new")];

test("a remedied call is drawn apart, each at its own moment", () => {
  const [at, ordinary, remedied] = columns(DAY);
  assert.equal(at[1]! - at[0]!, 1200);
  assert.deepEqual(ordinary, [4, 8, 12, null]);
  assert.deepEqual(remedied, [null, null, null, 24]);
});

test("the mean is of the half hour before, not of the call exactly half an hour ago", () => {
  assert.deepEqual(columns(DAY)[3], [4, 6, 10, 24]);
  assert.equal(lastWindow(DAY), 1);
});

test("a day without calls draws nothing", () => {
  assert.deepEqual(columns([]), [[], [], [], []]);
  assert.equal(lastWindow([]), 0);
});

test("behind a figure the longest wait comes first, of one business where one is named", () => {
  assert.deepEqual(longestFirst(DAY).map((p) => p.waited_seconds / 60), [24, 12, 8, 4]);
  assert.equal(longestFirst(DAY, "new").length, 1);
});
