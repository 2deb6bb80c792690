import assert from "node:assert/strict";
import test from "node:test";
import type { ExpectedToday, RosterDay } from "../../../server/web/wire.ts";
import { headlines, lines } from "./morning.ts";

const half = (clock: string, expected: number, more: object = {}) => ({ clock, expected, came: null, low: expected - 4, high: expected + 4, ...more });
const TODAY = { half_hours: [half("09:00", 12.4, { came: 9 }), half("09:30", 31)], expected: 43, usual: 30 } as unknown as ExpectedToday;
const ROSTER = { half_hours: [{ clock: "08:30", needed: 1, planned: 2 }, { clock: "09:30", needed: 3, planned: 2 }] } as unknown as RosterDay;

test("the forecast stands beside the roster and what came, every half-hour that either knows", () => {
  assert.deepEqual(lines(TODAY, ROSTER).map(({ clock, expected, came, needed, planned, short }) => [clock, expected, came, needed, planned, short]), [
    ["08:30", null, null, 1, 2, false],
    ["09:00", 12, 9, null, null, false],
    ["09:30", 31, null, 3, 2, true],
  ]);
  assert.equal(lines(TODAY, null).length, 2);
});

test("it opens with what is unlike other days, the peak and the counters it takes", () => {
  assert.deepEqual(headlines(TODAY, lines(TODAY, ROSTER)), ["比平常（30 人）多约 13 人", "最忙的半小时：09:30，约 31 人（27–35）", "最多需要 3 个台席：09:30 起"]);
  assert.equal(headlines({ ...TODAY, usual: 42 }, [])[0], "和平常差不多（42 人）");
  assert.equal(headlines({ ...TODAY, usual: 60 }, [])[0], "比平常（60 人）少约 17 人");
  assert.deepEqual(headlines({ ...TODAY, usual: null }, []), []);
});
