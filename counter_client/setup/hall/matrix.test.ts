// The twin test of matrix.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { calledBy, callsNothing, cellOf, countersOf, nextCell, uncalled, withCell, withoutCounter } from "./profile_matrix.tsx";
import { hall } from "@web/testing/set_up_hall.ts";

const [all, complex] = hall.profiles;

test("a tap goes from nothing to own to helps and back", () => {
  assert.deepEqual(["off", "own", "helps"].map((cell) => nextCell(cell as "off")), ["own", "helps", "off"]);
  assert.deepEqual(["pay", "change", "complex"].map((queue) => cellOf(complex!, queue)), ["off", "helps", "own"]);
});

test("a queue stands in one list only, and both keep the hall's order", () => {
  const helping = withCell(all!, "pay", "helps", hall.queues);
  assert.deepEqual([helping.queues, helping.helps], [["change"], ["pay"]]);
  assert.deepEqual(withCell(helping, "pay", "own", hall.queues).queues, ["pay", "change"]);
});

test("a queue is given to profiles and taken from them, and one that helps stays a help", () => {
  const called = (chosen: string[]) => calledBy(hall.profiles, "change", chosen, hall.queues).map((one) => cellOf(one, "change"));
  assert.deepEqual(called(["complex"]), ["off", "helps"]);
  assert.deepEqual(called(["all", "complex"]), ["own", "helps"]);
  assert.deepEqual(calledBy(hall.profiles, "pay", ["complex"], hall.queues)[1]!.queues, ["pay", "complex"]);
});

test("a profile without any queue is seen", () => {
  assert.ok(callsNothing(withCell(withCell(all!, "pay", "off", hall.queues), "change", "off", hall.queues)));
  assert.ok(!callsNothing(all!));
});

test("a queue nobody calls is told apart from one whose profile stands at no counter", () => {
  assert.deepEqual(uncalled({ ...hall, profiles: [all!] }).map((queue) => queue.id), ["complex"]);
  const counters = hall.counters.filter((counter) => counter.profile === "all");
  assert.deepEqual(withoutCounter({ ...hall, counters }).map((queue) => queue.id), ["complex"]);
});

test("who calls a queue counts those that help", () => {
  assert.deepEqual(countersOf(hall, "change").map((counter) => counter.id), ["1", "2", "4"]);
});
