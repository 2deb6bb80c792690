import assert from "node:assert/strict";
import test from "node:test";
import type { Beside, LineBeside, ManagerCounter, ManagerQueue, SpanAhead } from "../../../server/web/wire.ts";
import { better, deed, difference, first, fitting, KINDS, lively, ofKind, sentence, supposed, words, type Draft } from "./supposals.ts";

const both = (zh: string) => ({ zh, en: zh });
const counter = (id: string, state: string) => ({ id, state, name: both(`${id} 号窗口`), profile: "all" }) as ManagerCounter;
const VIEW = {
  counters: [counter("1", "serving"), counter("2", "paused"), counter("6", "closed")],
  queues: [{ id: "a", name: both("缴费"), waiting: 3 }, { id: "b", name: both("过户"), waiting: 9 }] as ManagerQueue[],
};
const draft = (kind: Draft["kind"], more: Partial<Draft> = {}): Draft => ({ kind, counter: "1", queue: "a", profile: "", n: 15, ...more });
const beside = (now: number, then: number, low = then - now, high = then - now): Beside => ({ now, then, low, high });
const line = (more: Partial<LineBeside> = {}): LineBeside => ({ queue: "", in_time: beside(10, 10), over: beside(4, 4), longest: beside(1200, 1200), waiting: beside(8, 8), ...more });
const span = (all: LineBeside, queues: LineBeside[] = []): SpanAhead => ({ minutes: 30, all, queues });

test("first it is asked whether one counter more would help; without a closed one, what a crowd would do", () => {
  assert.deepEqual(first(VIEW), draft("counter_opens", { counter: "6", queue: "b", n: 0 }));
  assert.deepEqual(first({ ...VIEW, counters: VIEW.counters.slice(0, 2) }).kind, "people_come");
});

test("each kind is about counters that fit it now, and keeps what still fits", () => {
  assert.deepEqual(KINDS.map((kind) => fitting(kind, VIEW.counters).map(({ id }) => id).join("")), ["6", "12", "1", "2", "12", "12", "12", "12", "12"]);
  assert.equal(ofKind("counter_closes", draft("counter_helps", { counter: "2" }), VIEW).counter, "2");
  assert.equal(ofKind("counter_resumes", draft("counter_closes"), VIEW).counter, "2");
  assert.equal(ofKind("people_come", draft("counter_closes"), VIEW).n, 20);
});

test("only what a kind needs goes to the server", () => {
  assert.deepEqual(supposed(draft("counter_pauses")), { type: "counter_pauses", counter: "1", minutes: 15 });
  assert.deepEqual(supposed(draft("people_come")), { type: "people_come", queue: "a", people: 15 });
  assert.deepEqual(KINDS.map((kind) => supposed(draft(kind)).type), KINDS);
});

test("what does it in earnest; another's counter is only asked for, and that is said", () => {
  assert.deepEqual(deed(draft("counter_opens", { counter: "6" })).command, { type: "ask_for_counter", counter: "6", profile: "" });
  assert.ok(deed(draft("counter_opens")).note?.includes("窗口不会自己开"));
  assert.deepEqual(deed(draft("profile_changes", { profile: "b" })).command, { type: "change_profile", counter: "1", profile: "b" });
  for (const kind of ["lunch_moves", "counter_helps", "people_come", "issuing_stops"] as const) {
    assert.equal(deed(draft(kind)).command, undefined);
    assert.ok(deed(draft(kind)).note);
  }
  assert.equal(words(draft("counter_closes"), VIEW), "关一个窗口：1 号窗口");
  assert.equal(words(draft("issuing_stops", { queue: "b" }), VIEW), "一个队列停止取号：过户");
});

test("one sentence says what a person would say first", () => {
  const told = span(line({ over: beside(9.2, 3.9), in_time: beside(10, 17), waiting: beside(8, 5) }));
  assert.equal(sentence(told, { threshold_seconds: 1200 }), "接下来 30 分钟，等超 20 分钟的少 5 人，20 分钟内叫到的多 7 人，到时等候的少 3 人。");
  assert.equal(sentence(span(line()), { threshold_seconds: 1200 }), "接下来 30 分钟看不出差别。");
});

test("a difference has its range, and is good or bad or none", () => {
  assert.equal(difference("over", beside(9, 4, -8, -2)), "−5（−8 到 −2）");
  assert.equal(difference("longest", beside(1200, 1500, 0, 600)), "+5（0 到 +10）");
  assert.equal(difference("waiting", beside(3, 3)), "不变");
  assert.deepEqual([better("over", beside(9, 4)), better("in_time", beside(9, 4)), better("waiting", beside(3, 3.2))], [true, false, null]);
});

test("a line in which nobody is found is not told", () => {
  const quiet = line({ queue: "b", in_time: beside(0, 0), over: beside(0, 0), longest: beside(0, 0), waiting: beside(0, 0.1) });
  assert.deepEqual(lively(span(line(), [line({ queue: "a" }), quiet])).map(({ queue }) => queue), ["a"]);
});
