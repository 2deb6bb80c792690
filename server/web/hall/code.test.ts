import assert from "node:assert/strict";
import test from "node:test";
import { codeOf, grouped } from "./code.ts";

test("a code is read however it comes", () => {
  for (const typed of ["#code=K7M49QTXPA", "k7m4 9qt xpa", "http://hall:8000/notice/#code=K7M49QTXPA"]) assert.equal(codeOf(typed), "K7M49QTXPA");
});

test("it is shown as on the paper, also half typed", () => {
  assert.equal(grouped("K7M49QTXPA"), "K7M4 9QT XPA");
  assert.equal(grouped("K7M49"), "K7M4 9");
  assert.equal(grouped(""), "");
});
