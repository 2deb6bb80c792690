import assert from "node:assert/strict";
import test from "node:test";
import { tellTime } from "../../server/web/time/clock.ts";
import { chosenDay, date, isOver, PERIODS, periodOf, step, wish } from "./state.ts";

test("every period that can be chosenDay is found again by the address, a year's too", () => {
  assert.deepEqual(PERIODS.map((one) => periodOf(one)), PERIODS);
  assert.equal(periodOf("century"), "day");
  assert.equal(periodOf(null), "day");
});

test("a step is a day, a week or a month, across the year's end, too", () => {
  assert.equal(step("2024-12-31", "day", 1), "2025-01-01");
  assert.equal(step("2024-07-02", "week", -1), "2024-06-25");
  assert.equal(step("2024-12-15", "month", 1), "2025-01-01");
});

test("a month after the 31st of January is February", () => {
  assert.equal(step("2025-01-31", "month", 1), "2025-02-01");
});

test("only a month that is over can be locked", () => {
  assert.equal(isOver("2024-06", "2024-07-01"), true);
  assert.equal(isOver("2024-07", "2024-07-31"), false);
});

test("today is the hall's: the server is asked for it, and its clock says which day that is, whatever this machine's", () => {
  chosenDay.value = "";
  assert.equal(wish().query.date, undefined);
  tellTime("2024-07-10T16:30:00Z");
  assert.equal(date.value, "2024-07-11");
  chosenDay.value = "2024-07-01";
  assert.deepEqual([wish().query.date, date.value], ["2024-07-01", "2024-07-01"]);
});
