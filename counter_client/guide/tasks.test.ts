import assert from "node:assert/strict";
import test from "node:test";
import type { TaskRow } from "@web/wire.ts";
import { toRing } from "./tasks.ts";

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
