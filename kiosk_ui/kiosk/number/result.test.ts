import assert from "node:assert/strict";
import test from "node:test";
import { paperOf } from "./result.ts";

const slip = (state: string) => ({ ticket: "t1", number: "A001", state, detail: "", elsewhere: null });

test("a slip is only called printed when the printer said so", () => {
  const states = ["queued", "sending", "printed", "sent", "held", "unknown", "dropped"];
  const papers = states.map((state) => paperOf({ printer: "ok", slip: slip(state) }, "t1"));
  assert.deepEqual(papers, ["printing", "printing", "printed", "sent", "fault", "fault", "fault"]);
});

test("another customer's slip says nothing about mine", () => {
  assert.equal(paperOf({ printer: "ok", slip: slip("printed") }, "t2"), "printing");
  assert.equal(paperOf({ printer: "down", slip: slip("printed") }, "t2"), "fault");
});

test("a kiosk without a printer promises no slip", () => {
  assert.equal(paperOf({ printer: "none", slip: null }, "t1"), "none");
});

test("a slip that another printer has is not awaited here", () => {
  const moved = { ...slip("queued"), elsewhere: { zh: "西门取号机", en: "West kiosk" } };
  assert.equal(paperOf({ printer: "down", slip: moved }, "t1"), "elsewhere");
  assert.equal(paperOf({ printer: "down", slip: { ...moved, state: "printed" } }, "t1"), "elsewhere");
  assert.equal(paperOf({ printer: "down", slip: { ...moved, state: "held" } }, "t1"), "fault");
});
