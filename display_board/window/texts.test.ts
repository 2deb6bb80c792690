import assert from "node:assert/strict";
import test from "node:test";

import { filled, insteadText, listed, placeText, reasonText } from "./texts.ts";

test("the other counters are named in both languages", () => {
  assert.deepEqual(listed(["1", "3"]), { zh: "1、3", en: "1, 3" });
});

test("a long list of counters is cut", () => {
  assert.equal(listed(["1", "2", "3", "4", "5", "6"]).zh, "1、2、3、4");
});

test("a known reason has an english line, the clerk's own words have none", () => {
  assert.equal(reasonText("就餐").en, "Meal break");
  assert.deepEqual(reasonText("消防演练"), { zh: "消防演练", en: "" });
});

test("the number of a counter is not said twice, a room keeps its name", () => {
  assert.deepEqual(placeText("3", { zh: "3 号窗口", en: "Counter 3" }), { zh: "号窗口", en: "Counter" });
  assert.deepEqual(placeText("5", { zh: "接待室", en: "Reception room" }), { zh: "接待室", en: "Reception room" });
});

test("a place in a sentence is filled in both languages", () => {
  assert.deepEqual(filled({ zh: "工号 {staff}", en: "Clerk {staff}" }, { staff: "1207" }), {
    zh: "工号 1207",
    en: "Clerk 1207",
  });
});

test("another place is a counter by its number or a room by its name", () => {
  const room = { zh: "洽谈室", en: "Meeting room" };
  assert.equal(insteadText(["1", "3"], []).zh, "请到 1、3 号窗口");
  assert.deepEqual(insteadText(["1"], [room]), { zh: "请到 1 号窗口、洽谈室", en: "Please go to counter 1, Meeting room" });
  assert.deepEqual(insteadText([], [room]), { zh: "请到洽谈室", en: "Please go to Meeting room" });
});
