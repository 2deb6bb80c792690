// Shares, lights and the time that is left.
import assert from "node:assert/strict";
import test from "node:test";
import type { CasesView } from "../../../server/web/wire.ts";
import { coverage, light, nextAct, percentText, unsettled } from "./care.ts";

const NOW = Date.parse("2024-07-10T02:16:00Z");

test("a share is cut to one place and never made whole", () => {
  assert.equal(percentText({ part: 64, n: 100 }), "64");
  assert.equal(percentText({ part: 1999, n: 2000 }), "99.9");
  assert.equal(percentText({ part: 52, n: 53 }), "98.1");
});

test("nine of ten keep the goal, three of four nearly do, nobody has no light", () => {
  assert.equal(light({ part: 9, n: 10 }), "good");
  assert.equal(light({ part: 89, n: 100 }), "near");
  assert.equal(light({ part: 74, n: 100 }), "over");
  assert.equal(light({ part: 0, n: 0 }), null);
});

test("coverage is what was settled of what was due", () => {
  assert.deepEqual(coverage({ due: 14, settled: 13 } as CasesView), { part: 13, n: 14 });
});

test("an offered case still waits for somebody, a declined one does not", () => {
  assert.deepEqual(["open", "offered", "given", "declined", "missed", "waived"].filter(unsettled), ["open", "offered"]);
});

test("four minutes before an act it is shown as near", () => {
  const ticket = { next_act: "remedy", next_at: "2024-07-10T02:20:00Z" };
  assert.deepEqual(nextAct(ticket, NOW), { act: "remedy", seconds: 240, soon: true });
  assert.equal(nextAct(ticket, NOW - 1000)!.soon, false);
  assert.equal(nextAct(ticket, NOW + 600_000)!.seconds, 0);
  assert.equal(nextAct({ next_act: "", next_at: null }, NOW), null);
});
