// What takes turns at the foot of the board, and for how long.
import assert from "node:assert/strict";
import test from "node:test";
import type { LobbyCall, LobbyView, QueueView } from "@web/wire.ts";
import { columns, languageAt, pagesOf, thatFit, turnsFor, turnsOf } from "./turns.ts";

const both = (zh: string, en = "") => ({ zh, en });
const queue = (letter: string, name: string): QueueView =>
  ({ queue: letter, letter, name: both(name), zone: both(""), waiting: 0, longest_from: null, wait: { state: "soon", minutes: 0, low: 0, why: "", doubtful: false } }) as never;
const call = (number: string, counter: string): LobbyCall => ({ number, counter_name: both(counter) }) as never;
const view = (more: Partial<LobbyView>): LobbyView => ({ queues: [], missed: [], notices: [], posted: [], ...more }) as never;

test("a hanzi is as wide as two letters", () => assert.equal(columns("国庆节 ok"), 9));

test("each turn is said in Chinese first, then in English", () => assert.deepEqual([0, 4999, 5000, 7999, 8000].map(languageAt), ["zh", "zh", "en", "en", "zh"]));

test("two businesses stand on a page, and a long name has one to itself", () => {
  const pages = pagesOf([queue("A", "交费"), queue("B", "居民用电信息变更及光伏并网"), queue("C", "过户"), queue("D", "咨询"), queue("F", "报装")]);
  assert.deepEqual(pages.map((page) => page.map(({ letter }) => letter).join("")), ["A", "B", "CD", "F"]);
});

test("a long notice stands longer, but not for ever", () => {
  assert.deepEqual([0, 20, 31, 60, 400].map((hanzi) => turnsFor("字".repeat(hanzi))), [1, 1, 2, 2, 4]);
});

test("the waits, then what was missed, what cannot be had, what the hall says in each of its languages", () => {
  const all = view({ queues: [queue("A", "交费")], missed: ["A018"], notices: [{ service: both("报装"), reason: both("升级"), until: "" }], posted: [both("停电", "Power off")] });
  assert.deepEqual(turnsOf(all).map(({ what }) => what), ["waits", "missed", "alarm", "posted", "posted"]);
  assert.deepEqual(turnsOf(view({})).map(({ what }) => what), ["advice"]);
});

test("a room with a long name has two lines, and so fewer calls stand in all", () => {
  const calls = [call("A001", "1 号窗口"), call("A002", "大客户综合接待室"), call("A003", "接待室"), call("A004", "4 号窗口")];
  assert.deepEqual(thatFit(calls, 4).map(({ number }) => number), ["A001", "A002", "A003"]);
  assert.deepEqual(thatFit(calls.slice(1), 1).map(({ number }) => number), ["A002"]);
});
