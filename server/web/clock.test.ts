import assert from "node:assert/strict";
import test from "node:test";
import { clockText, dateText, minutesText, mmss, serverNow, tellTime } from "./clock.ts";

const noon = Date.parse("2026-11-21T04:00:00Z");

test("times are shown in hall time, around the clock", () => {
  assert.equal(clockText(noon), "12:00");
  assert.equal(clockText(noon + 12 * 3_600_000), "00:00");
  assert.equal(dateText(noon, "zh"), "2026-11-21 周六");
});

test("a span reads as minutes and seconds, with hours when it has some", () => {
  assert.deepEqual([0, 65.9, 3725, -3].map(mmss), ["00:00", "01:05", "1:02:05", "00:00"]);
});

test("minutes that have passed are whole and never negative", () => {
  assert.deepEqual([59_999, 60_000, 754_000, -1].map(minutesText), ["0", "1", "12", "0"]);
});

test("a screen with a wrong clock still knows the server's time", () => {
  tellTime("2030-01-01T00:00:00Z");
  assert.ok(Math.abs(serverNow() - Date.parse("2030-01-01T00:00:00Z")) < 1_000);
});
