import assert from "node:assert/strict";
import test from "node:test";

import { barrier, handled, standing, unsettled, yuan } from "./care.ts";

test("a wait of exactly the goal is still within it", () => {
  assert.equal(standing(600, 600, 1200), "near");
  assert.equal(standing(600.1, 600, 1200), "over");
});

test("a wait of exactly the threshold earns no amends yet", () => {
  assert.equal(standing(1200, 600, 1200), "over");
  assert.equal(standing(1200.1, 600, 1200), "remedy");
});

test("a short wait is normal", () => {
  assert.equal(standing(0, 600, 1200), "good");
});

test("time parked is not handling time", () => {
  const started = "2024-07-10T02:00:00Z";
  assert.equal(handled(started, 60, Date.parse("2024-07-10T02:05:00Z")), 240);
});

test("nobody served is no time", () => {
  assert.equal(handled(null, 0, 0), 0);
});

test("a remedy is settled once it is given, declined, missed or waived", () => {
  const owed = (said: boolean) => unsettled({ remedy: { unsettled: said } } as Parameters<typeof unsettled>[0]);
  assert.deepEqual([true, false].map(owed), [true, false]);
  assert.equal(unsettled({ remedy: null }), false);
  assert.equal(unsettled(null), false);
});

test("a price has two decimals", () => {
  assert.deepEqual([150, 5, 1500].map(yuan), ["1.50", "0.05", "15.00"]);
});

test("a gift that cannot be given says why", () => {
  assert.equal(barrier({ stock: 39, usable: true }), null);
  assert.equal(barrier({ stock: 0, usable: false }), "out");
  assert.equal(barrier({ stock: 40, usable: false }), "dear");
});
