import assert from "node:assert/strict";
import test from "node:test";
import type { ManagerService, ManagerView } from "../../server/web/wire.ts";
import { glance, percent, serviceState, ticketState } from "./state.ts";

const limits = { goal_seconds: 600, threshold_seconds: 1200 };
const NOW = Date.parse("2024-07-10T02:30:00Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const IDLE = { waiting: 1, longest_from: null, counters_open: 1, wait: { state: "soon", minutes: 0 }, called: 0, within_goal: 0 };
const business = (changes: Partial<ManagerService>) =>
  ({ ...IDLE, ...changes }) as ManagerService;

test("a business whose next customer would wait past the goal is near it before anybody did", () => {
  assert.equal(serviceState(business({ wait: { state: "minutes", minutes: 15 } }), NOW, limits), "near");
  assert.equal(serviceState(business({ wait: { state: "minutes", minutes: 10 } }), NOW, limits), "good");
});

test("a business with people waiting and no counter open is not normal", () => {
  assert.equal(serviceState(business({ counters_open: 0 }), NOW, limits), "near");
  assert.equal(serviceState(business({ counters_open: 0, waiting: 0 }), NOW, limits), "good");
});

test("ninety-nine and a half percent are not shown as a hundred", () => {
  assert.equal(percent(199, 200), 99);
  assert.equal(percent(200, 200), 100);
});

test("the glance counts each waiting ticket once, and a business only while none of its tickets is in trouble", () => {
  const waiting = [1500, 1201, 700, 500, 30].map((seconds) => ({ id: String(seconds), case: "", clock_from: ago(seconds) }));
  const services = [
    business({ called: 10, within_goal: 7, longest_from: ago(1500), counters_open: 0 }),
    business({ called: 5, within_goal: 5, counters_open: 0 }),
  ];
  const seen = glance({ ...limits, waiting, services, cases: { rows: [] } } as unknown as ManagerView, NOW);
  assert.deepEqual(seen, { remedy: 2, over: 1, near: 1, watch: 1, longest: 1500 });
});

test("a wait whose remedy was given is over the goal and asks for no other remedy", () => {
  assert.equal(ticketState({ case: "given" }, 1300, limits), "over");
  assert.equal(ticketState({ case: "open" }, 1300, limits), "remedy");
  assert.equal(ticketState({ case: "given" }, 30, limits), "good");
});

test("who was called without the remedy is still owed it, and nobody is counted twice", () => {
  const waiting = [{ id: "a", case: "open", clock_from: ago(1300) }];
  const rows = ["a", "b", "c"].map((ticket) => ({ ticket, state: ticket === "c" ? "given" : "offered" }));
  assert.equal(glance({ ...limits, waiting, services: [], cases: { rows } } as unknown as ManagerView, NOW).remedy, 2);
});
