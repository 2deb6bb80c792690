// The twin test of days.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { addDays, addMonths, daysFrom, isDay, weekdayOf, weeksOf } from "./days.ts";

test("days go over the ends of months, years and leap days", () => {
  assert.equal(addDays("2026-12-31", 1), "2027-01-01");
  assert.equal(addDays("2028-03-01", -1), "2028-02-29");
  assert.equal(addMonths("2026-01", -1), "2025-12");
});

test("Monday is 1 and Sunday is 7", () => {
  assert.equal(weekdayOf("2026-11-23"), 1);
  assert.equal(weekdayOf("2026-11-22"), 7);
});

test("a span counts both ends, and the wrong way round is none", () => {
  assert.deepEqual(daysFrom("2026-09-30", "2026-10-02"), ["2026-09-30", "2026-10-01", "2026-10-02"]);
  assert.deepEqual(daysFrom("2026-10-02", "2026-10-01"), []);
});

test("a month is whole weeks with its days under their weekday", () => {
  const weeks = weeksOf("2026-11"); // begins on a Sunday
  assert.equal(weeks.length, 6);
  assert.deepEqual(weeks[0], [null, null, null, null, null, null, "2026-11-01"]);
  assert.equal(weeks[5]![0], "2026-11-30");
  assert.ok(weeks.every((week) => week.length === 7));
});

test("what is no day is seen", () => {
  assert.ok(isDay("2026-02-28"));
  assert.ok(!isDay("2026-02-30"));
  assert.ok(!isDay("2026-13-01"));
  assert.ok(!isDay(""));
});
