// The twin test of room.tsx.
import assert from "node:assert/strict";
import test from "node:test";
import { fitOf, widthOf } from "./room.tsx";

const SERVICE = { full: 12, legible: 28 };

test("figures and letters take half a hanzi", () => {
  assert.equal(widthOf("3 号窗口"), 4);
  assert.equal(widthOf(""), 0);
});

test("a short name stands in full size, a long one smaller, a very long one hardly", () => {
  assert.equal(fitOf(SERVICE, { zh: "交纳电费", en: "Pay a bill" }).fit, "full");
  assert.equal(fitOf(SERVICE, { zh: "居民用电信息变更及分布式光伏并网", en: "" }).fit, "smaller");
  assert.equal(fitOf(SERVICE, { zh: "电".repeat(29), en: "" }).fit, "tiny");
});

test("a name that is long in English only is long", () => {
  assert.equal(fitOf({ full: 8, legible: 20 }, { zh: "新装", en: "New connections and extensions of supply" }).fit, "smaller");
});
