import assert from "node:assert/strict";
import test from "node:test";

import { obvious, possible, whyNot } from "./moments.ts";

const at = (state: string, more = {}) => ({ state, undo: null, no_show_offered: false, confirm_arrival: true, unsettled: false, ...more });

test("space while a number is being called does nothing dangerous", () => {
  assert.equal(possible("next", at("calling")), false);
  assert.equal(whyNot("next", at("calling")), "when_calling");
});

test("space calls the next one from an idle counter and after a served customer", () => {
  assert.equal(possible("next", at("open_idle")), true);
  assert.equal(possible("next", at("serving")), true);
});

test("a customer who was served cannot be marked as missed", () => {
  assert.equal(possible("no_show", at("serving")), false);
});

test("undo needs something to undo", () => {
  assert.equal(possible("undo", at("open_idle")), false);
  assert.equal(whyNot("undo", at("open_idle")), "no_undo");
  assert.equal(possible("undo", at("open_idle", { undo: { number: "A031" } })), true);
});

test("the obvious key follows the customer", () => {
  assert.equal(obvious(at("closed")), "start");
  assert.equal(obvious(at("open_idle")), "next");
  assert.equal(obvious(at("calling")), "start");
  assert.equal(obvious(at("serving")), "next");
  assert.equal(obvious(at("paused")), "pause");
});

test("a hall that confirms no arrival finishes a called customer, but not with the space bar", () => {
  const here = at("calling", { confirm_arrival: false, unsettled: false });
  assert.equal(possible("finish", here), true);
  assert.equal(possible("next", here), false);
  assert.equal(obvious(here), "finish");
});

test("after the last call the no-show key is the obvious one", () => {
  assert.equal(obvious(at("calling", { no_show_offered: true })), "no_show");
});

test("a state from a newer server is treated as a closed counter", () => {
  assert.equal(possible("next", at("something_new")), false);
});

test("nobody else is called before the remedy is settled, and the clerk is told so", () => {
  assert.equal(possible("next", at("serving", { unsettled: true })), false);
  assert.equal(whyNot("next", at("serving", { unsettled: true })), "when_remedy");
});

test("whoever goes on with the same customer is not held up by the remedy", () => {
  for (const action of ["finish", "transfer", "park", "add", "gift"] as const) {
    assert.equal(possible(action, at("serving", { unsettled: true })), true);
  }
});

test("without a remedy there is no gift", () => {
  assert.equal(possible("gift", at("serving")), false);
  assert.equal(whyNot("gift", at("serving")), "no_remedy");
});
