// The twin test of opening.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { withDays, withWeekday } from "./hours.ts";

const usual = { opens: "08:30", closes: "17:00" };
const short = { opens: "09:00", closes: "12:00" };
const name = { zh: "国庆节", en: "National Day" };
const hall = {
  weekdays: [{ weekday: 6, hours: short }, { weekday: 7, hours: null }],
  special_days: [{ day: "2026-10-01", name, hours: null }, { day: "2026-10-10", name: { zh: "补班", en: "Working day" }, hours: usual }],
};

test("a weekday can become like the others again", () => {
  const shut = withWeekday(hall.weekdays, 1, null);
  assert.deepEqual(shut.map((one) => one.weekday), [1, 6, 7]);
  assert.deepEqual(withWeekday(shut, 1, undefined), hall.weekdays);
});

test("a day is special once, and days stay in order", () => {
  const days = withDays(hall.special_days, [{ day: "2026-10-02", name, hours: null }]);
  assert.deepEqual(days.map((one) => one.day), ["2026-10-01", "2026-10-02", "2026-10-10"]);
  assert.deepEqual(withDays(days, [{ day: "2026-10-01", name, hours: short }])[0]!.hours, short);
});
