// The twin test of at.ts.
import assert from "node:assert/strict";
import test from "node:test";
import type { Field } from "../wire.ts";
import { byPlace, fieldAt, steps, topmost, valueAt, within } from "./at.ts";

const field = (id: string, fields: Field[] = []) => ({ id, fields }) as unknown as Field;
const form = [field("services", [field("name"), field("materials", [field("")]), field("e_channels", [field("url")])]), field("hours", [field("opens")])];

test("a place is found whatever its number in the list", () => {
  assert.equal(fieldAt(form, "services[3].e_channels[12].url")!.id, "url");
  assert.equal(fieldAt(form, "services[pay].name")!.id, "name");
  assert.equal(fieldAt(form, "hours.opens")!.id, "opens");
  assert.equal(fieldAt(form, "services[3].colour"), undefined);
});

test("an item is known by its table, one without columns by its cell", () => {
  assert.equal(fieldAt(form, "services[3]")!.id, "services");
  assert.equal(fieldAt(form, "services[3].materials")!.id, "materials");
  assert.equal(fieldAt(form, "services[3].materials[0]")!.id, "");
  assert.deepEqual(steps("services[2].queue"), ["services", "[2]", "queue"]);
});

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
