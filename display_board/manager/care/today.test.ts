import assert from "node:assert/strict";
import { test } from "node:test";
import { bars } from "./today.ts";

const half_hours = [{ clock: "09:00", expected: 20, low: 0, high: 0, came: 40 }, { clock: "09:30", expected: 30, low: 0, high: 0, came: 3 }, { clock: "10:00", expected: 10, low: 0, high: 0, came: null }];

test("a strip is as high as the highest of what was expected and of what came", () => {
  assert.deepEqual(bars({ half_hours }).map((one) => [one.expected, one.came]), [[0.5, 1], [0.75, 0.075], [0.25, null]]);
});

test("a day on which nobody is expected has no bars", () => {
  assert.deepEqual(bars({ half_hours: [] }), []);
  assert.equal(bars({ half_hours: [{ clock: "09:00", expected: 0, low: 0, high: 0, came: 0 }] })[0]?.expected, 0);
});
