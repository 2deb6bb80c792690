import assert from "node:assert/strict";
import test from "node:test";

import { NOBODY, patience, sceneOf, secondsLeft } from "./flow.ts";

const view = (step: string, low = false, evaluation = "t1.0") => ({ step, low, evaluation, rating_seconds: 30, wait_rating_seconds: 10 });

test("nothing is asked before the hall asks", () => {
  assert.equal(sceneOf(view("idle", false, ""), NOBODY), "idle");
});

test("a low rating is asked why before the next question, once", () => {
  const answered = { ...NOBODY, answered: "t1.0" };
  assert.equal(sceneOf(view("rate_wait", true), answered), "reasons");
  assert.equal(sceneOf(view("rate_wait", true), { ...answered, explained: "t1.0" }), "rate_wait");
  assert.equal(sceneOf(view("thanks", true), answered), "reasons");
});

test("reasons of an earlier customer do not count for this one", () => {
  assert.equal(sceneOf(view("thanks", true, "t2.0"), { ...NOBODY, answered: "t2.0", explained: "t1.0" }), "reasons");
});

test("who answered is thanked even when the hall has closed the question", () => {
  assert.equal(sceneOf(view("idle", false, ""), { ...NOBODY, answered: "t1.0" }), "thanks");
  assert.equal(sceneOf(view("idle", false, ""), { answered: "t1.0", explained: "", thanked: "t1.0" }), "idle");
});

test("a new question interrupts the thanks", () => {
  assert.equal(sceneOf(view("rate", false, "t2.0"), { ...NOBODY, answered: "t1.0" }), "rate");
});

test("thanked once is enough", () => {
  assert.equal(sceneOf(view("thanks"), { answered: "t1.0", explained: "", thanked: "t1.0" }), "idle");
});

test("the hall's figures decide how long a question stands", () => {
  assert.equal(patience("rate", view("rate")), 30);
  assert.equal(patience("rate_wait", view("rate_wait")), 10);
  assert.equal(patience("idle", view("idle")), 0);
});

test("the countdown ends at nought and never begins above its figure", () => {
  assert.deepEqual([-500, 0, 400, 29_500, 30_000, 99_000].map((ms) => secondsLeft(0, 30, ms)), [30, 30, 30, 1, 0, 0]);
});
