// The twin test of hours_words.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { lang } from "../../server/web/i18n.ts";
import { openingText, plainHours, spanText } from "./hours_words.ts";
import { dayPlan } from "./opening.ts";
import { hall } from "./sample_hall.ts";

const open = { ...hall, hours: { opens: "08:30", closes: "17:00" }, lunch: { begins: "12:00", ends: "13:00" }, weekdays: [{ weekday: 6, hours: null }] };
const said = (day: string, config = open) => openingText(config, dayPlan(config, day), day);

test("a day is said with its hours and its lunch, or that it is shut", () => {
  assert.equal(said("2026-11-20"), "（周五）08:30–17:00，12:00–13:00 午休");
  assert.equal(said("2026-11-21"), "（周六）休息");
});

test("a holiday is said with its name", () => {
  const special_days = [{ day: "2026-10-01", name: { zh: "国庆节", en: "National Day" }, hours: null }];
  assert.equal(said("2026-10-01", { ...open, special_days }), "（周四）休息，国庆节");
});

test("English has its own order of words", () => {
  lang.value = "en";
  assert.equal(said("2026-11-20"), "(Fri) 08:30–17:00, lunch break 12:00–13:00");
  assert.equal(plainHours("always"), "round the clock");
  lang.value = "zh";
});

test("a span says its year only when it is another one", () => {
  const week = { from: "2026-10-01", to: "2026-10-07" };
  assert.equal(spanText(week, "2026-09-01"), "10月1日–10月7日");
  assert.equal(spanText(week, "2025-12-01"), "2026年10月1日–10月7日");
  assert.equal(spanText({ from: "2026-10-01", to: "2026-10-01" }, "2026-09-01"), "10月1日");
});
