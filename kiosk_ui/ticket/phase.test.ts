import assert from "node:assert/strict";
import test from "node:test";
import { isOver, phase } from "./phase.ts";

test("a customer filling in a form still waits", () => {
  assert.equal(phase("form_filling"), "waiting");
});

test("every way to end a ticket ends it on the phone too", () => {
  assert.deepEqual(["finished", "walkout", "cancelled", "expired", "ended_by_system"].map((state) => isOver(phase(state))), Array(5).fill(true));
  assert.ok(!isOver(phase("parked")));
});
