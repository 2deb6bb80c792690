import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtful, isPrinted, lackingIn, told } from "./printable.ts";

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
