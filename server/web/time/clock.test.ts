import assert from "node:assert/strict";
import test from "node:test";
import { clockText, dateText, dayText, hallDay, hallZone, minutesText, mmss, momentText, secondsText, serverNow, tellTime } from "./clock.ts";

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

const LATE = Date.parse("2024-07-09T16:05:07Z"); // already the tenth in Shanghai

test("the date is written year first, with the weekday; midnight is nought o'clock", () => {
  assert.equal(dayText(LATE), "2024-07-10 周三");
  assert.equal(dayText(LATE, "en"), "2024-07-10 Wed");
  assert.equal(secondsText(LATE), "00:05:07");
  assert.equal(momentText(LATE), "07-10 00:05");
  assert.equal(dateText(noon, "en"), "Sat 21 Nov");
});

test("the hall's day begins at its own midnight", () => {
  assert.equal(hallDay(Date.parse("2024-07-01T15:59:59Z")), "2024-07-01");
  assert.equal(hallDay(Date.parse("2024-07-01T16:00:00Z")), "2024-07-02");
  assert.equal(hallDay(Date.parse("2024-07-01T16:00:00Z"), "Europe/London"), "2024-07-01");
});

test("everything goes by the zone the hall stands in", () => {
  hallZone.value = "Asia/Urumqi"; // C07: 07:41 there, when it is 09:41 in Shanghai
  assert.equal(clockText(Date.parse("2026-03-02T01:41:00Z")), "07:41");
  hallZone.value = "America/New_York"; // put forward on 8 March 2026, back on 1 November
  assert.equal(clockText(Date.parse("2026-03-08T06:59:00Z")), "01:59");
  assert.equal(clockText(Date.parse("2026-03-08T07:00:00Z")), "03:00");
  assert.deepEqual(["05:30", "06:30"].map((utc) => clockText(Date.parse(`2026-11-01T${utc}:00Z`))), ["01:30", "01:30"]);
  assert.equal(hallDay(Date.parse("2026-11-02T04:59:59Z")), "2026-11-01");
  hallZone.value = "Asia/Shanghai";
});
