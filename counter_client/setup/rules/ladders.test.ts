// The twin test of ladders.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { actingRungs, actsLeft, doubled, isUsual, ownLadder, withRungs, withThreshold } from "./ladders.ts";
import { hall, usualRungs } from "@web/testing/set_up_hall.ts";

const TODAY = "2026-11-22";
const remedyOf = (config: typeof hall, at = 0) => actingRungs(config, config.ladders[at]!, usualRungs).find((rung) => rung.act === "remedy")!.after_seconds;
const earlier = usualRungs.map((rung) => (rung.act === "explain" ? { ...rung, after_seconds: 480 } : rung));

test("in the usual ladder the remedy follows the hall's threshold, and the set-up says nothing of it", () => {
  const after = withThreshold(hall, 1080, usualRungs);
  assert.equal(remedyOf(after), 1080);
  assert.ok(isUsual(after.ladders[0]!, usualRungs));
});

test("a ladder with a step of its own takes the threshold along", () => {
  const own = withRungs(hall, 0, earlier, TODAY);
  assert.equal(remedyOf(withThreshold(own, 1080, usualRungs)), 1080);
});

test("moving the remedy's step of the general ladder moves the threshold", () => {
  const sooner = usualRungs.map((rung) => (rung.act === "remedy" ? { ...rung, after_seconds: 1080 } : rung));
  assert.equal(withRungs(hall, 0, sooner, TODAY).figures.remedy_threshold_seconds, 1080);
});

test("a ladder for one service leaves the hall's threshold alone", () => {
  const config = { ...hall, ladders: [...hall.ladders, ownLadder(hall, "business", TODAY, usualRungs)] };
  const longer = config.ladders[1]!.rungs.map((rung) => ({ ...rung, after_seconds: rung.after_seconds * 2 }));
  const after = withRungs(config, 1, longer, TODAY);
  assert.equal(after.figures.remedy_threshold_seconds, 1200);
  assert.equal(remedyOf(withThreshold(after, 900, usualRungs), 1), 2400);
});

test("steps are shown in the order in which they come", () => {
  const [ladder] = hall.ladders;
  const late = { ...ladder!, rungs: [...earlier].reverse() };
  assert.deepEqual(actingRungs(hall, late, usualRungs).map((rung) => rung.act), ["explain", "pre_alert", "remedy", "call_manager"]);
});

test("an act is offered once", () => {
  assert.deepEqual(actsLeft(["explain", "water"], hall.ladders[0]!), ["water"]);
});

test("a service in two ladders from the same day is seen, one from a later day is not", () => {
  const own = ownLadder(hall, "pay", TODAY, usualRungs);
  assert.deepEqual(doubled([...hall.ladders, own, { ...own, services: ["transfer", "pay"] }]), ["pay"]);
  assert.deepEqual(doubled([own, { ...own, valid_from: TODAY }]), []);
});
