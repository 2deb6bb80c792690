import assert from "node:assert/strict";
import test from "node:test";
import type { GuideRow } from "@web/wire.ts";
import { coming, mayWaitTooLong, rowState, shown, spoken } from "./waiting.ts";

const from = Date.parse("2026-03-02T02:02:00Z");
const row = (more: Partial<GuideRow> = {}): GuideRow =>
  ({ id: "t1", clock_from: "2026-03-02T02:02:00Z", case: "", reached: [], explained: false, priority: false, next_act: "", next_at: null, ...more }) as GuideRow;
const LIMITS = { goal_seconds: 600, threshold_seconds: 1200 };
const at = (seconds: number) => from + seconds * 1000;

test("the next rung is told in the seconds that are left", () => {
  const next = row({ next_act: "remedy", next_at: "2026-03-02T02:22:00Z" });
  assert.deepEqual(coming(next, at(960)), { act: "remedy", seconds: 240, near: true });
  assert.deepEqual(coming(next, at(600)), { act: "remedy", seconds: 600, near: false });
  assert.equal(coming(next, at(1300))?.seconds, 0);
  assert.equal(coming(row(), at(0)), null);
});

test("an open case makes a wait one to be remedied, and a settled one no longer", () => {
  assert.equal(rowState(row({ case: "open" }), LIMITS, at(1201)), "remedy");
  assert.equal(rowState(row({ case: "offered" }), LIMITS, at(1300)), "remedy");
  assert.equal(rowState(row({ case: "given" }), LIMITS, at(1300)), "over");
});

test("a wait whose lot was not drawn is over the goal and owed nothing", () => {
  assert.equal(rowState(row(), LIMITS, at(1300)), "over");
  assert.equal(rowState(row(), LIMITS, at(600)), "near");
  assert.equal(rowState(row(), LIMITS, at(60)), "good");
});

test("unexplained are those who should have been told and were not", () => {
  const rows = [row({ id: "a" }), row({ id: "b", reached: ["explain"] }), row({ id: "c", reached: ["explain"], explained: true })];
  assert.deepEqual(shown(rows, "unexplained").map((r) => r.id), ["b"]);
  assert.equal(shown(rows, "all").length, 3);
});

test("filters find the remedies and the priorities", () => {
  const rows = [row({ id: "a", case: "open" }), row({ id: "b", case: "given" }), row({ id: "c", priority: true })];
  assert.deepEqual(shown(rows, "remedy").map((r) => r.id), ["a"]);
  assert.deepEqual(shown(rows, "priority").map((r) => r.id), ["c"]);
});

test("a script is filled for one customer", () => {
  assert.equal(spoken("您前面还有 {ahead} 位，预计还需 {wait}。", 3, "约 8 分钟", "下一位就是您"), "您前面还有 3 位，预计还需约 8 分钟。");
});

test("who is next is not told of nobody ahead", () => {
  const sentence = spoken("客户较多，您前面还有 {ahead} 位，预计还需 {wait}。", 0, "约 8 分钟", "下一位就是您");
  assert.equal(sentence, "客户较多，下一位就是您，预计还需约 8 分钟。");
  assert.equal(spoken("We are busy, there are {ahead} ahead of you, {wait} to go.", 0, "8 min", "you are next"), "We are busy, you are next, 8 min to go.");
});

test("who will probably wait too long is marked before the fact only", () => {
  assert.equal(mayWaitTooLong(row({ at_risk: true }), LIMITS, at(1200)), true);
  assert.equal(mayWaitTooLong(row({ at_risk: true }), LIMITS, at(1201)), false);
  assert.equal(mayWaitTooLong(row({ at_risk: false }), LIMITS, at(900)), false);
});
