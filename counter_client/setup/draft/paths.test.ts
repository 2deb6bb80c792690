// The twin test of paths.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { byPlace, topmost, valueAt, within } from "./paths.ts";

const hall = { name: { zh: "厅" }, services: [{ id: "pay", queue: "a" }, { id: "install", queue: "b" }], counters: [{ id: "2" }, { id: "1" }] };

test("a place in a list is found by where it stands", () => {
  assert.equal(valueAt(hall, "services[1].queue"), "b");
  assert.equal(valueAt(hall, "name.zh"), "厅");
  assert.equal(valueAt(hall, "services[7].queue.deep"), undefined);
});

test("an item named by its id is named by where it stands", () => {
  assert.equal(byPlace(hall, "services[install].queue"), "services[1].queue");
  assert.equal(byPlace(hall, "services[0].queue"), "services[0].queue");
  assert.equal(byPlace(hall, "services[gone].queue"), "services[gone].queue");
});

test("a figure in brackets is a place, whatever the ids are", () => {
  assert.equal(byPlace(hall, "counters[1]"), "counters[1]");
});

test("what lies below a place is within it, its neighbours are not", () => {
  assert.ok(within("services[2]", "services[2].queue"));
  assert.ok(within("services", "services[2]"));
  assert.ok(!within("services[2]", "services[21].queue"));
  assert.ok(!within("hours", "hours_of"));
});

test("a place's topmost name says whose section it is", () => {
  assert.equal(topmost("services[2].queue"), "services");
  assert.equal(topmost("figures.max_recall"), "figures");
});
