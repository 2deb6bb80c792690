// The twin test of hours_words.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { speak } from "@web/language/i18n.ts";
import type { DayShown } from "@web/wire.ts";
import { openingText, plainHours, spanText } from "./hours.ts";

const friday: DayShown = {
  day: "2026-11-20", why: "usual", hours: { opens: "08:30", closes: "17:00" }, lunch: { begins: "12:00", ends: "13:00" }, name: { zh: "", en: "" }, ordinary: "always",
};
const shut = { ...friday, hours: null, lunch: null };

test("a day is said with its hours and its lunch, or that it is shut", () => {
  assert.equal(openingText(friday, "2026-11-20"), "（周五）08:30–17:00，12:00–13:00 午休");
  assert.equal(openingText(shut, "2026-11-21"), "（周六）休息");
});

test("a day of which the server has said nothing yet is its weekday", () => {
  assert.equal(openingText(undefined, "2026-11-21"), "（周六）");
});

test("a holiday is said with its name", () => {
  assert.equal(openingText({ ...shut, name: { zh: "国庆节", en: "National Day" } }, "2026-10-01"), "（周四）休息，国庆节");
});

test("English has its own order of words", () => {
  speak("en");
  assert.equal(openingText(friday, "2026-11-20"), "(Fri) 08:30–17:00, lunch break 12:00–13:00");
  assert.equal(plainHours("always"), "round the clock");
  speak("zh");
});

test("a span says its year only when it is another one", () => {
  const week = { from: "2026-10-01", to: "2026-10-07" };
  assert.equal(spanText(week, "2026-09-01"), "10月1日–10月7日");
  assert.equal(spanText(week, "2025-12-01"), "2026年10月1日–10月7日");
  assert.equal(spanText({ from: "2026-10-01", to: "2026-10-01" }, "2026-09-01"), "10月1日");
});
