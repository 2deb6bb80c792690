// The twin test of names.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { doubtful, fitOf, isPrinted, lackingIn, namedAt, told, widthOf } from "./names.ts";

test("figures and letters take half a hanzi", () => {
  assert.equal(widthOf("3 号窗口"), 4);
  assert.equal(widthOf(""), 0);
});

test("a short name stands in full size, a long one smaller, a very long one hardly", () => {
  assert.equal(fitOf("service", { zh: "交纳电费", en: "Pay a bill" }).fit, "full");
  assert.equal(fitOf("service", { zh: "居民用电信息变更及分布式光伏并网", en: "" }).fit, "smaller");
  assert.equal(fitOf("service", { zh: "电".repeat(29), en: "" }).fit, "tiny");
});

test("a name that is long in English only is long", () => {
  assert.equal(fitOf("queue", { zh: "新装", en: "New connections and extensions of supply" }).fit, "smaller");
});

test("only letters that some font or printer may lack are asked about", () => {
  assert.deepEqual(doubtful("城东供电营业厅（二楼）A-1，“您好”\n"), []);
  assert.deepEqual(doubtful("㮾梨𠮷㐂𠮷⚡"), ["㮾", "𠮷", "㐂", "⚡"]);
});

test("words that are put on paper are known by their places", () => {
  const printed = ["name", "slip.foot", "services[3].name", "services[0].materials[2]", "zones[1].name"];
  assert.ok(printed.every(isPrinted));
  assert.ok(!["counters[0].name", "services[0].note", "printers[0].name", undefined].some(isPrinted));
});

test("a letter that no font has is told apart from one that only a printer of text lacks", () => {
  const all = new Map(told(["㮾", "\ue000", "⚡"], { missing: "\ue000", pictures_only: "㮾\ue000" }));
  assert.deepEqual(lackingIn("㮾梨\ue000⚡", all), { no: "\ue000", pictures: "㮾" });
});

test("whose name it is shows in its place", () => {
  assert.deepEqual(["name", "services[3].name", "zones[0].name", "gifts[0].name", "services[0].e_channels[1].name"].map(namedAt), ["hall", "service", "zone", undefined, undefined]);
});
