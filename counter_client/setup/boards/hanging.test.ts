// The twin test of hanging.ts: what hangs on the boards on a day.
import assert from "node:assert/strict";
import test from "node:test";
import { hangs } from "./boards.tsx";

const october = { first_day: "2026-10-01", last_day: "2026-10-07" };

test("both ends of the span count", () => {
  assert.equal(hangs(october, "2026-09-30"), "later");
  assert.equal(hangs(october, "2026-10-01"), "now");
  assert.equal(hangs(october, "2026-10-07"), "now");
  assert.equal(hangs(october, "2026-10-08"), "over");
});

test("without days it always hangs, with days the wrong way round never", () => {
  assert.equal(hangs({ first_day: null, last_day: null }, "2026-10-08"), "now");
  assert.equal(hangs({ first_day: "2026-10-07", last_day: "2026-10-01" }, "2026-10-03"), "never");
});
