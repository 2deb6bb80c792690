// The twin test of names.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { doubtful } from "./names.tsx";

test("only letters that some font or printer may lack are asked about", () => {
  assert.deepEqual(doubtful("城东供电营业厅（二楼）A-1，“您好”\n"), []);
  assert.deepEqual(doubtful("㮾梨𠮷㐂𠮷⚡"), ["㮾", "𠮷", "㐂", "⚡"]);
});
