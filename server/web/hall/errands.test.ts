import assert from "node:assert/strict";
import test from "node:test";
import type { TaskRow } from "../wire.ts";
import { errands, places } from "./errands.ts";

const task = (id: string, kind: string, at: number, more: Partial<TaskRow> = {}) =>
  ({ id, kind, ticket: "", roles: ["guide"], taken_by: "", raised_at: new Date(at * 1000).toISOString(), at: { zh: id, en: id }, ...more }) as TaskRow;
const ROLE = "hall_manager";
const mine = { roles: ["hall_manager"] };

test("one's own: a line a customer, and the heaviest rung speaks for all", () => {
  const made = errands([task("e", "explain", 1, { ticket: "t1" }), task("c", "call_manager", 3, { ticket: "t1", ...mine }), task("p", "pre_alert", 2, { ticket: "t1" }), task("w", "water", 9)], ROLE);
  assert.deepEqual(made.map(({ main, all }) => [main.id, all.map(({ id }) => id)]), [["c", ["c", "p", "e"]], ["w", ["w"]]]);
});

test("others': a line a cause, the newest first, each customer once", () => {
  const made = errands([task("A1", "pre_alert", 1, { ticket: "t1" }), task("A1", "explain", 0, { ticket: "t1" }), task("A2", "pre_alert", 5, { ticket: "t2" }), task("A3", "explain", 7, { ticket: "t3" })], ROLE);
  assert.deepEqual(made.map((one) => [one.main.kind, places(one).map((at) => at.zh), one.all.length]), [["explain", ["A3"], 1], ["pre_alert", ["A2", "A1"], 3]]);
});

test("untaken first, one's own before others', then the newest; an unknown kind is the lightest", () => {
  const rows = [task("old", "water", 1), task("mine", "call_manager", 0, mine), task("new", "explain", 2), task("taken", "remedy", 9, { taken_by: "1101", ...mine }), task("odd", "invented", 1, { ticket: "t2" }), task("known", "low_rating", 1, { ticket: "t2" })];
  assert.deepEqual(errands(rows, ROLE).map(({ main }) => main.id), ["mine", "new", "old", "known", "taken"]);
});

test("what is for oneself is not hidden behind a heavier rung for somebody else", () => {
  const made = errands([task("r", "remedy", 1, { ticket: "t1" }), task("c", "call_manager", 3, { ticket: "t1", ...mine })], "guide");
  assert.deepEqual(made.map(({ main, all, mine: own }) => [main.id, all.length, own]), [["r", 2, true]]);
});
