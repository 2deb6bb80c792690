import assert from "node:assert/strict";
import test from "node:test";
import { comesNear, isOver, phase } from "./phase.ts";

test("a customer filling in a form still waits", () => {
  assert.equal(phase("form_filling"), "waiting");
});

test("every way to end a ticket ends it on the phone too", () => {
  assert.deepEqual(["finished", "walkout", "cancelled", "expired", "ended_by_system"].map((state) => isOver(phase(state))), Array(5).fill(true));
  assert.ok(!isOver(phase("parked")));
});

test("a line comes near once: when three are left ahead, by however many it moved", () => {
  const at = (ahead: number, state = "waiting") => ({ ahead, state });
  assert.ok(comesNear(at(4), at(3)));
  assert.ok(comesNear(at(9), at(0)));
  assert.ok(!comesNear(at(3), at(2)));
  assert.ok(!comesNear(at(2), at(5)));
  assert.ok(comesNear(at(4, "away"), at(3, "away"))); // who is at home sets out
  assert.ok(!comesNear(at(5), at(0, "called")));
});
