import assert from "node:assert/strict";
import test from "node:test";
import type { RosterDay } from "../../../server/web/wire.ts";
import { another, before, clock, drafted, gapText, inOrder, placed, placeOf, savedRow, type Draft } from "./day.ts";

const both = (zh: string) => ({ zh, en: zh });
const at = (person: string, counter: string, begins = "08:30", ends = "12:00"): Draft => ({ person, post: counter ? "counter" : "guide", counter, begins, ends });
const DAY = {
  day: "2026-03-02", today: "2026-03-02", opens: "08:30", closes: "17:00", counters: [{ id: "2", name: both("2 号") }, { id: "1", name: both("1 号") }],
  shifts: [at("1201", "1", "12:00", "17:00"), at("1202", "1"), at("1203", "")].map((row) => ({ ...row, name: row.person, absent: false, outside: false, late_minutes: null })),
} as unknown as RosterDay;

test("shifts stand in the order of the counters, then guides and leaders, the earlier first", () => {
  assert.deepEqual(drafted(DAY).map(({ person }) => person), ["1202", "1201", "1203"]);
  const leader: Draft = { ...at("1204", ""), post: "leader" };
  assert.deepEqual(inOrder([leader, at("1205", "gone"), at("1203", ""), at("1206", "2")], DAY.counters).map(({ person }) => person), ["1206", "1205", "1203", "1204"]);
});

test("the next shift is at a counter that has none, for the hall's hours", () => {
  assert.deepEqual(another(drafted(DAY), DAY), at("", "2", "08:30", "17:00"));
  assert.deepEqual(another([], { ...DAY, opens: "00:00", closes: "24:00" }), at("", "2", "08:30", "17:00"));
  assert.equal(another([], { ...DAY, counters: [] }).post, "guide");
});

test("times as people type them; what is none stays as it was typed", () => {
  assert.deepEqual(["830", "8：30", "24:00", "2400", "noon"].map(clock), ["08:30", "08:30", "24:00", "24:00", "noon"]);
});

test("a place is one choice, and goes back into a shift", () => {
  for (const row of [at("1201", "1"), at("1201", "")]) assert.deepEqual({ ...row, ...placed(placeOf(row)) }, row);
});

test("a row is known as long as it stands as it was saved", () => {
  assert.equal(savedRow(at("1202", "1"), DAY)?.name, "1202");
  assert.equal(savedRow(at("1202", "1", "08:31"), DAY), undefined);
});

test("what a day is copied from, and what lacks", () => {
  assert.deepEqual([before("2026-03-02", 1), before("2026-03-02", 7)], ["2026-03-01", "2026-02-23"]);
  assert.equal(gapText({ begins: "10:00", ends: "11:00", lacking: 1 }), "10:00–11:00 缺 1 台席");
  assert.equal(gapText({ begins: "10:00", ends: "11:00", lacking: 2 }), "10:00–11:00 缺 2 台席");
});
