// The twin test of more_counters.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { moreCounters, withCounter, wrongNumber } from "./hall.tsx";
import { hall } from "@web/testing/set_up_hall.ts";

test("three more counters fill the gaps and go on, like the ordinary ones", () => {
  const places = hall.counters.map((counter) => ({ ...counter, dedicated: counter.id === "4" }));
  const after = moreCounters({ ...hall, counters: places }, 3);
  assert.deepEqual(after.counters.map((counter) => counter.id), ["1", "2", "4", "3", "5", "6"]);
  assert.deepEqual(after.counters[3], { ...hall.counters[0]!, id: "3", name: { zh: "3 号窗口", en: "Counter 3" } });
});

test("the first counter of a hall takes its first zone and profile", () => {
  const empty = { ...hall, counters: hall.counters.slice(0, 0) };
  const [first] = moreCounters(empty, 1).counters;
  assert.deepEqual([first!.id, first!.zone, first!.profile], ["1", "main", "all"]);
});

test("a counter can be added with a number of one's own", () => {
  assert.deepEqual(withCounter(hall, "VIP").counters.map((counter) => counter.id), ["1", "2", "4", "VIP"]);
});

test("a number that is taken, or no number at all, is told apart", () => {
  assert.equal(wrongNumber(hall.counters, "2"), "taken");
  assert.equal(wrongNumber(hall.counters, "3"), null);
  assert.equal(wrongNumber(hall.counters, "3 号"), "form");
  assert.equal(wrongNumber(hall.counters, ""), "form");
});
