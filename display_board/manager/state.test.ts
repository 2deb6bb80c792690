import assert from "node:assert/strict";
import test from "node:test";
import type { ManagerQueue, ManagerView } from "../../server/web/wire.ts";
import { glance, queueState, ticketState, tileState } from "./state.ts";

const limits = { goal_seconds: 600, threshold_seconds: 1200 };
const NOW = Date.parse("2024-07-10T02:30:00Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const line = (changes: Partial<ManagerQueue>) =>
  ({ waiting: 1, longest_from: ago(30), counters_open: 1, wait: { state: "minutes", minutes: 15, low: 0, why: "", doubtful: false }, ...changes }) as ManagerQueue;

test("a colour means a person near or past the goal, never an estimate", () => {
  assert.equal(queueState(line({}), NOW, limits), "good");
  assert.equal(queueState(line({ longest_from: ago(480) }), NOW, limits), "near");
  assert.equal(queueState(line({ longest_from: ago(601) }), NOW, limits), "over");
  assert.equal(queueState(line({ waiting: 0, longest_from: null }), NOW, limits), "good");
});

test("a line whose last half-hour was too slow is over the goal, and looks no worse than who waits (Q04)", () => {
  assert.equal(tileState(line({ p90_seconds: 760 }), NOW, limits), "over");
  assert.equal(tileState(line({ p90_seconds: 600 }), NOW, limits), "good");
  assert.equal(tileState(line({ p90_seconds: 760, longest_from: ago(1300) }), NOW, limits), "remedy");
  assert.equal(tileState(line({ p90_seconds: null }), NOW, limits), "good");
  assert.equal(queueState(line({ p90_seconds: 760 }), NOW, limits), "good", "nobody who waits needs anything");
});

test("people whom no open counter can call are not normal", () => {
  assert.equal(queueState(line({ counters_open: 0 }), NOW, limits), "near");
  assert.equal(queueState(line({ counters_open: 0, waiting: 0, longest_from: null }), NOW, limits), "good");
});

test("the glance counts who is strictly past the goal", () => {
  const waiting = [1500, 601, 600, 30].map((seconds) => ({ id: String(seconds), clock_from: ago(seconds) }));
  assert.deepEqual(glance({ ...limits, waiting } as unknown as ManagerView, NOW), { over: 2, longest: 1500 });
  assert.deepEqual(glance({ ...limits, waiting: [] } as unknown as ManagerView, NOW), { over: 0, longest: 0 });
});

test("a wait whose remedy was given is over the goal and asks for no other remedy", () => {
  assert.equal(ticketState({ case: "given" }, 1300, limits), "over");
  assert.equal(ticketState({ case: "open" }, 1300, limits), "remedy");
  assert.equal(ticketState({ case: "given" }, 30, limits), "good");
});
