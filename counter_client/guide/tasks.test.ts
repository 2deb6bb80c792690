import assert from "node:assert/strict";
import test from "node:test";
import type { TaskRow } from "@web/wire.ts";
import { lines, toRing } from "./tasks.ts";

const task = (more: Partial<TaskRow> = {}): TaskRow => ({
  id: "explain/t1",
  kind: "explain",
  ticket: "t1",
  number: "A037",
  at: { zh: "A037", en: "A037" },
  taken_by_name: "",
  roles: ["guide"],
  raised_at: "2026-03-02T02:12:00Z",
  detail: "",
  taken_by: "",
  repeat_seconds: 120,
  ...more,
});
const ids = (tasks: readonly TaskRow[]) => tasks.map((t) => t.id);

test("a new task for my role rings at once", () => {
  assert.deepEqual(ids(toRing([task()], "guide", new Map(), 0)), ["explain/t1"]);
});

test("it rings again only after its repeat time", () => {
  const rung = new Map([["explain/t1", 0]]);
  assert.deepEqual(toRing([task()], "guide", rung, 119_999), []);
  assert.equal(toRing([task()], "guide", rung, 120_000).length, 1);
});

test("a taken one is quiet", () => {
  assert.deepEqual(toRing([task({ taken_by: "person:1301" })], "guide", new Map(), 0), []);
});

test("somebody else's task is not my noise", () => {
  assert.deepEqual(toRing([task({ roles: ["team_leader"] })], "guide", new Map(), 0), []);
});

test("a line a customer, the remedy first, then who has waited longest; what somebody has taken comes last", () => {
  const at = (minute: number) => ({ raised_at: new Date(minute * 60_000).toISOString() });
  const rows = [
    task({ id: "explain/t3", ticket: "t3", ...at(1) }),
    task({ id: "explain/t1", ticket: "t1", ...at(5) }),
    task({ id: "remedy/t2", ticket: "t2", kind: "remedy", ...at(9) }),
    task({ id: "pre_alert/t2", ticket: "t2", kind: "pre_alert", roles: ["team_leader"], ...at(8) }),
    task({ id: "remedy/t4", ticket: "t4", kind: "remedy", taken_by: "person:1301", ...at(2) }),
    task({ id: "call_manager/t2", ticket: "t2", kind: "call_manager", roles: ["hall_manager"], ...at(10) }),
    task({ id: "call_manager/t5", ticket: "t5", kind: "call_manager", roles: ["hall_manager"], ...at(10) }),
  ];
  const { own, others } = lines(rows, "guide");
  assert.deepEqual(own.map(({ main, all }) => [main.id, all.length]), [["remedy/t2", 3], ["explain/t3", 1], ["explain/t1", 1], ["remedy/t4", 1]]);
  assert.deepEqual(others.map(({ main }) => main.id), ["call_manager/t5"]);
});
