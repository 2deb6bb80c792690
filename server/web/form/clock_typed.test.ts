// The twin test of clock_typed.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { clockTyped } from "./clock_typed.ts";

test("a time is understood however it is typed", () => {
  for (const typed of ["08:30", "8:30", "0830", "830", "8：30", " 8.30 "]) assert.equal(clockTyped(typed), "08:30", typed);
  assert.equal(clockTyped("23:59"), "23:59");
});

test("what is no time of day is none", () => {
  for (const typed of ["", "8", "24:00", "12:60", "noon", "8:3"]) assert.equal(clockTyped(typed), null, typed);
});
