// Long notices take turns with themselves.
import assert from "node:assert/strict";
import test from "node:test";
import { pagesOf } from "./strip.ts";

test("what fits is one page", () => assert.deepEqual(pagesOf("国庆节休息", 12), ["国庆节休息"]));

test("a long notice turns its page after a clause", () => {
  assert.deepEqual(pagesOf("10月1日至7日休息，10月8日起正常办理，请相互转告。", 24), [
    "10月1日至7日休息，",
    "10月8日起正常办理，",
    "请相互转告。",
  ]);
});

test("English is cut between words", () => {
  assert.deepEqual(pagesOf("Closed from 1 to 7 October, open again on the 8th", 24), [
    "Closed from 1 to 7",
    "October, open again on",
    "the 8th",
  ]);
});

test("the end of a sentence is better than a fuller line", () => {
  assert.equal(pagesOf("Closed for National Day; open again on 8 October", 38)[0], "Closed for National Day;");
});

test("words without a place to cut are cut where the line ends", () => {
  assert.deepEqual(pagesOf("请携带有效身份证件办理业务", 10), ["请携带有效", "身份证件办", "理业务"]);
});

test("nothing is no page", () => assert.deepEqual(pagesOf("  ", 10), []));
