import assert from "node:assert/strict";
import test from "node:test";
import type { CounterCan } from "@web/wire.ts";
import { isOn, keep, step, stops, type Seen } from "./auto.ts";

const view = (state: string, waiting: number, why = ""): Seen =>
  ({ state, can: { call_next: why } as CounterCan, ticket: null, parked: [], missed: [], next: Array(waiting).fill({}) }) as unknown as Seen;

/** How often it calls while these views come one after another. */
function calls(...views: Seen[]): number {
  let [empty, called] = [false, 0];
  for (const seen of views) {
    const now = step(empty, seen);
    empty = now.empty;
    called += Number(now.call);
  }
  return called;
}

test("whoever comes to an idle counter is called once, however often the view is told", () => {
  assert.equal(calls(view("open_idle", 0), view("open_idle", 1), view("open_idle", 1), view("open_idle", 2)), 1);
});

test("who waits already is the clerk's to call: no call follows a call", () => {
  assert.equal(calls(view("open_idle", 3), view("calling", 2), view("open_idle", 2), view("serving", 1), view("open_idle", 1)), 0);
});

test("a moment without anybody is forgotten once the counter does something else", () => {
  assert.equal(calls(view("open_idle", 0), view("paused", 0), view("open_idle", 1)), 0);
  assert.equal(calls(view("open_idle", 0), view("calling", 0), view("open_idle", 1)), 0);
});

test("what the hall does not allow is not asked, and not asked again", () => {
  assert.equal(calls(view("open_idle", 0), view("open_idle", 1, "when_closed"), view("open_idle", 1)), 0);
});

test("a pause and a close stop it; it is off until somebody wants it, and in this browser's life alone", () => {
  assert.deepEqual(["closed", "paused", "open_idle", "calling", "serving"].map((state) => stops({ state })), [true, true, false, false, false]);
  assert.equal(isOn("3"), false);
  keep("3", true);
  assert.deepEqual([isOn("3"), isOn("4")], [true, false]);
  keep("3", false);
  assert.equal(isOn("3"), false);
});
