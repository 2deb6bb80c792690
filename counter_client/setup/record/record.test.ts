// The twin test of record.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { byDay, inWords, takenBack } from "./record.ts";
import type { Entry } from "../draft/shapes.ts";

const entry = (seq: number, at: string, undoes = 0): Entry =>
  ({ seq, at, actor: "", name: "", kind: "config", note: "", changes: [], undoes, can_undo: true, plan: "" });

test("lines stand under their day, newest first", () => {
  const found = [entry(3, "2026-11-23T02:00"), entry(2, "2026-11-22T09:00"), entry(1, "2026-11-22T08:00")];
  assert.deepEqual(byDay(found, (at) => at.slice(0, 10)).map(([day, those]) => [day, those.map((e) => e.seq)]), [["2026-11-23", [3]], ["2026-11-22", [2, 1]]]);
});

test("a change is taken back, and in force again once that is taken back", () => {
  assert.deepEqual(Array.from(takenBack([entry(2, "", 1), entry(1, "")])), [1]);
  assert.deepEqual(Array.from(takenBack([entry(3, "", 2), entry(2, "", 1), entry(1, "")])), [2]);
});

test("codes in a note have words, names stay as they are", () => {
  assert.equal(inWords("clerk; Li Ming", { clerk: "营业员" }), "营业员; Li Ming");
});
