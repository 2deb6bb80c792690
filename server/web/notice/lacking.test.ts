import assert from "node:assert/strict";
import test from "node:test";
import { sampleBusiness } from "../catalogue/sample_business.ts";
import { papersOf } from "../catalogue/whose.tsx";
import { goesOn, keepPrinter, noticeOf, passOf, printerAtHand, says, toggled } from "./lacking.ts";

const both = (zh: string, en = zh) => ({ zh, en });
const MOVE = sampleBusiness("move", both("过户"), { materials: [both("身份证"), both("产权证")] }, { agent_materials: [both("委托书")], enough: 1 });
const NONE = { missing: [], agent: false, also: "" };

test("an agent's papers stand behind the usual ones, as the hall counts them (B02)", () => {
  assert.deepEqual(papersOf(MOVE, false).map(({ zh }) => zh), ["身份证", "产权证"]);
  assert.deepEqual(papersOf(MOVE, true).map(({ zh }) => zh), ["身份证", "产权证", "委托书"]);
  assert.deepEqual(papersOf(undefined, true), []);
  assert.deepEqual(papersOf(MOVE, true, [both("营业执照")]).map(({ zh }) => zh), ["营业执照", "委托书"]); // a segment's own (Q38)
  assert.deepEqual(toggled(toggled([], 2), 0), [0, 2]);
  assert.deepEqual(toggled([0, 2], 2), [0]);
});

test("with the first papers there a case goes on, and what is owed is said (B10)", () => {
  assert.equal(goesOn(MOVE, { ...NONE, missing: [1] }), true);
  assert.equal(goesOn(MOVE, { ...NONE, missing: [0, 1] }), false);
  assert.equal(goesOn(MOVE, NONE), false);
  assert.equal(goesOn(undefined, { ...NONE, missing: [1] }), false);
  assert.equal(says({ ...NONE, also: " " }), false);
});

test("the ticks become one ask", () => {
  assert.deepEqual(noticeOf("t1", { missing: [1], agent: true, also: " 户口本 " }, true, "P1"), { type: "give_notice", ticket: "t1", missing: [1], agent: true, also: "户口本", leaves: true, printer: "P1" });
  assert.deepEqual(passOf("t1", "why_power", ""), { type: "give_pass", ticket: "t1", reason: "停电", printer: "" });
});

test("it prints where it did last, else where it can", () => {
  const at = (id: string, down = false) => ({ id, name: both(id), down });
  localStorage.clear();
  assert.equal(printerAtHand([]), "");
  assert.equal(printerAtHand([at("K1", true), at("K2")]), "K2");
  assert.equal(printerAtHand([at("K1", true)]), "K1");
  keepPrinter("K1");
  assert.equal(printerAtHand([at("K2"), at("K1")]), "K1");
});
