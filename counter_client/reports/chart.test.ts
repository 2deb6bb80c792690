import assert from "node:assert/strict";
import test from "node:test";
import { forecastCourse, halfHours } from "./chart.ts";
import type { Report } from "./shapes.ts";

const row = (clock: string, service: string, mean: number | null) => ({ cells: { clock, service, mean, p90: mean && mean * 2 } });
const report = (rows: object[]) =>
  ({ period: { first: "2024-07-02" }, tables: [{ id: "by_half_hour", rows }] }) as unknown as Report;

test("of each half hour all businesses together are drawn, in minutes of hall time", () => {
  const [at, mean, p90] = halfHours(report([row("09:30", "pay", 60), row("09:30", "all", 300), row("09:00", "all", 120)]));
  assert.equal(new Date(at[0]! * 1000).toISOString(), "2024-07-02T01:00:00.000Z");
  assert.deepEqual([mean, p90], [[2, 5], [4, 10]]);
});

test("a half hour without calls leaves a gap", () => {
  assert.deepEqual(halfHours(report([row("09:00", "all", null)]))[1], [null]);
});

test("hours in which nobody was called are gaps, not a line across them", () => {
  const [at, mean] = halfHours(report([row("09:00", "all", 120), row("11:00", "all", 300)]));
  assert.deepEqual([at.length, mean], [5, [2, null, null, null, 5]]);
});

test("another report draws nothing", () => {
  assert.deepEqual(halfHours(null), [[], [], []]);
});

test("a forecast's day has what was expected, its bounds and what came, and a gap where nobody could come yet", () => {
  const cells = (clock: string, expected: number, came: number | null) => ({ cells: { clock, expected, low: expected - 2, high: expected + 2, came } });
  const [at, expected, low, high, came] = forecastCourse(report([cells("09:30", 9, null), cells("09:00", 7, 8)]));
  assert.equal(new Date(at[0]! * 1000).toISOString(), "2024-07-02T01:00:00.000Z");
  assert.deepEqual([expected, low, high, came], [[7, 9], [5, 7], [9, 11], [8, null]]);
  assert.deepEqual(forecastCourse(null), [[], [], [], [], []]);
});
