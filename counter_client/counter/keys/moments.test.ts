import assert from "node:assert/strict";
import test from "node:test";

import type { CounterCan } from "@web/wire.ts";
import { handled, moment, obvious, possible, whyNot, unsettled, type Situation } from "./moments.ts";

/** A view in which everything can be done but what is named, and why not. */
const at = (state: string, not: Partial<CounterCan> = {}, ticket: object | null = null): Situation => {
  const all = new Proxy(not, { get: (reasons, name) => reasons[name as keyof CounterCan] ?? "" });
  return { state, can: all as CounterCan, ticket: ticket as Situation["ticket"], parked: [], missed: [] };
};

test("a key does what the view says can be done, and says why not in the view's word", () => {
  const situation = at("calling", { call_next: "when_calling" });
  assert.equal(possible("next", situation), false);
  assert.equal(whyNot("next", situation), "when_calling");
  assert.equal(whyNot("recall", situation), null);
});

test("three keys mean another command at another moment", () => {
  assert.equal(whyNot("next", at("serving", { finish_and_next: "when_remedy" })), "when_remedy");
  assert.equal(whyNot("next", at("serving", { call_next: "when_serving" })), null);
  assert.equal(whyNot("start", at("closed", { start_service: "when_closed" })), null);
  assert.equal(whyNot("start", at("calling", { open_counter: "when_calling" })), null);
  assert.equal(whyNot("pause", at("paused", { pause_counter: "when_paused" })), null);
  assert.equal(whyNot("pause", at("open_idle", { resume_counter: "when_idle" })), null);
});

test("the obvious key follows the customer", () => {
  const confirms: Partial<CounterCan> = { finish_ticket: "when_calling" };
  assert.equal(obvious(at("closed")), "start");
  assert.equal(obvious(at("open_idle")), "next");
  assert.equal(obvious(at("calling", confirms)), "start");
  assert.equal(obvious(at("calling")), "finish");
  assert.equal(obvious(at("serving")), "next");
  assert.equal(obvious(at("paused")), "pause");
});

test("after the last call the no-show key is the obvious one", () => {
  assert.equal(obvious(at("calling", {}, { no_show_offered: true })), "no_show");
  assert.equal(obvious(at("serving", { mark_no_show: "when_serving" }, { no_show_offered: true })), "next");
});

test("a state from a newer server is shown as a closed counter", () => {
  assert.equal(moment("something_new"), "closed");
});

test("time parked is not handling time", () => {
  const started = "2024-07-10T02:00:00Z";
  assert.equal(handled(started, 60, Date.parse("2024-07-10T02:05:00Z")), 240);
});

test("nobody served is no time", () => {
  assert.equal(handled(null, 0, 0), 0);
});

test("a remedy is settled once it is given, declined, missed or waived", () => {
  const owed = (unsettledNow: boolean) => unsettled({ remedy: { unsettled: unsettledNow } } as Parameters<typeof unsettled>[0]);
  assert.deepEqual([true, false].map(owed), [true, false]);
  assert.equal(unsettled({ remedy: null }), false);
  assert.equal(unsettled(null), false);
});

test("a list in which nobody can be called or restored says so; calling by itself needs an open counter", () => {
  const [usable, late] = [true, false].map((so) => [{ usable: so }] as unknown as Situation["parked"]);
  assert.equal(whyNot("resume", at("open_idle")), "no_parked");
  assert.equal(whyNot("resume", { ...at("open_idle"), parked: late! }), "no_parked");
  assert.equal(whyNot("resume", { ...at("open_idle"), parked: usable! }), null);
  assert.equal(whyNot("resume", { ...at("serving", { call_specific: "when_serving" }), parked: usable! }), "when_serving");
  assert.equal(whyNot("restore", { ...at("serving"), missed: late! }), "no_missed");
  assert.equal(whyNot("restore", { ...at("serving"), missed: usable! }), null);
  assert.equal(whyNot("auto", at("closed", { call_next: "when_closed" })), "when_closed");
  assert.equal(whyNot("auto", at("serving", { call_next: "when_serving" })), null);
});
