// The twin test of lobby_clock.ts: hall time and order, whatever the machine is set to.
import assert from "node:assert/strict";
import test from "node:test";
import { dayText, secondsText } from "./lobby_clock.ts";

const LATE = Date.parse("2024-07-09T16:05:07Z"); // already the tenth in the hall

test("the date is written year first, with the weekday", () => {
  assert.equal(dayText(LATE), "2024-07-10 周三");
  assert.equal(dayText(LATE, "en"), "2024-07-10 Wed");
});

test("midnight is nought o'clock, not twenty-four", () => {
  assert.equal(secondsText(LATE), "00:05:07");
});
