// What a shut hall says.
import assert from "node:assert/strict";
import test from "node:test";
import { dayWords, hoursWords, spanWords, weekdayWords } from "./hours.ts";
import type { HoursView } from "../wire.ts";

const hours = (more: Partial<HoursView>): HoursView => ({
  state: "open", opens: "08:30", closes: "16:30", reopens: "", name: { zh: "", en: "" }, next_day: null, next_opens: "", ...more,
});

test("an open hall has nothing to explain", () => assert.equal(hoursWords(hours({})), null));

test("a day without an end is no span of hours", () => {
  assert.equal(spanWords({ opens: "00:00", closes: "24:00" }).zh, "全天开放");
  assert.equal(spanWords({ opens: "08:30", closes: "24:00" }).en, "08:30–24:00");
});

test("before opening the time stands first", () => {
  const words = hoursWords(hours({ state: "not_yet_open" }));
  assert.deepEqual(words?.title, { zh: "08:30 开门", en: "Opens at 08:30" });
  assert.equal(words?.help.zh, "今日办理时间 08:30–16:30");
});

test("at lunch the hall says when it goes on", () => {
  assert.equal(hoursWords(hours({ state: "lunch", reopens: "13:30" }))?.help.zh, "13:30 恢复取号");
});

test("a holiday is named, and the next open day with its weekday", () => {
  const words = hoursWords(
    hours({ state: "holiday", name: { zh: "国庆节", en: "National Day" }, next_day: "2026-10-08", next_opens: "08:30" }),
  );
  assert.deepEqual(words, {
    title: { zh: "今日休息：国庆节", en: "Closed today: National Day" },
    help: { zh: "10月8日 周四 08:30 开门", en: "Opens Thu 8 Oct, 08:30" },
  });
});

test("a weekday off without a name, and a hall that does not know when it opens again", () => {
  assert.deepEqual(hoursWords(hours({ state: "holiday" })), {
    title: { zh: "今日休息", en: "Closed today" },
    help: { zh: "", en: "" },
  });
});

test("a closed day names the next, over the end of a month and a year", () => {
  assert.equal(hoursWords(hours({ state: "closed", next_day: "2027-01-04", next_opens: "09:00" }))?.help.en, "Opens Mon 4 Jan, 09:00");
  assert.deepEqual(dayWords("2028-02-29"), { zh: "2月29日 周二", en: "Tue 29 Feb" });
});

test("a weekday alone is counted as the server counts: Monday first, Sunday last", () => {
  assert.deepEqual([1, 7].map((day) => weekdayWords(day)), [{ zh: "周一", en: "Mon" }, { zh: "周日", en: "Sun" }]);
});
