// The twin test of differences.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { differences } from "./differences.ts";

const hall = {
  name: { zh: "厅", en: "Hall" },
  figures: { max_recall: 3 },
  hours: null as null | { opens: string },
  services: [
    { id: "pay", name: { zh: "缴费", en: "Pay" }, seconds: 180 },
    { id: "move", name: { zh: "过户", en: "Transfer" }, seconds: 720 },
  ],
};
type Hall = typeof hall;
const service = (id: string, seconds: number) => ({ id, name: { zh: id, en: id }, seconds });
const paid = (config: Hall, seconds: number): Hall => ({ ...config, services: [{ ...config.services[0]!, seconds }, ...config.services.slice(1)] });

test("each piece that differs is one change, named by its item's id", () => {
  assert.deepEqual(differences(hall, { ...paid(hall, 240), figures: { max_recall: 2 } }), [
    { path: "figures.max_recall", before: 3, after: 2 },
    { path: "services[pay].seconds", before: 180, after: 240 },
  ]);
});

test("a name in two languages is one piece", () => {
  const found = differences(hall, { ...hall, name: { zh: "新厅", en: "New hall" } });
  assert.deepEqual(found.map((change) => change.path), ["name"]);
});

test("an item that came or went is one change, and so is a new order", () => {
  const came = service("ask", 60);
  assert.deepEqual(differences(hall, { ...hall, services: [...hall.services, came] }), [{ path: "services[ask]", before: null, after: came }]);
  assert.deepEqual(differences(hall, { ...hall, services: [...hall.services].reverse() }), [{ path: "services", before: ["pay", "move"], after: ["move", "pay"] }]);
});

test("a piece that was nothing is said whole", () => {
  assert.deepEqual(differences(hall, { ...hall, hours: { opens: "08:30" } }), [{ path: "hours", before: null, after: { opens: "08:30" } }]);
});

test("nothing differs in the same set-up", () => assert.deepEqual(differences(hall, JSON.parse(JSON.stringify(hall))), []));
