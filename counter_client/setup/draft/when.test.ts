// The twin test of when.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { hallDay } from "@web/time/clock.ts";
import { addDays } from "@web/time/days.ts";
import { speak } from "@web/language/i18n.ts";
import { dayText } from "./when.ts";

test("a day is the hall's, wherever the browser stands", () => {
  assert.equal(hallDay(Date.parse("2026-11-22T17:30:00Z")), "2026-11-23");
  assert.equal(hallDay(Date.parse("2026-11-22T17:30:00Z"), "Europe/London"), "2026-11-22");
});

test("tomorrow goes over the end of a year", () => assert.equal(addDays("2026-12-31", 1), "2027-01-01"));

test("a day is said with its weekday", () => {
  assert.equal(dayText("2026-11-23"), "11月23日 周一");
  speak("en");
  assert.equal(dayText("2026-11-23"), "Mon 23 Nov");
  speak("zh");
});
