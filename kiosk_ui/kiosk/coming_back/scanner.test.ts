import assert from "node:assert/strict";
import test from "node:test";
import { byMachine, heard, NO_SCAN, PAUSE, scanned } from "./scanner.ts";

const typing = (text: string, gap: number) => [...text].reduce((scan, key, n) => heard(scan, key, 1_000 + n * gap), NO_SCAN);
const end = (text: string, gap: number) => 1_000 + text.length * gap;

test("a scanner types the whole address and Enter", () => {
  for (const text of ["http://hall:8000/notice/#code=K7M49QTXPA", "K7M49QTXPA", "k7m49qtxpa"]) assert.equal(scanned(typing(text, 8), end(text, 8)), text);
});

test("keys that write nothing, Shift between letters, are no letters", () => {
  let scan = NO_SCAN;
  for (const [n, key] of [...Array.from("K7M49QTXPA")].flatMap((key) => ["Shift", key]).entries()) scan = heard(scan, key, n * 4);
  assert.equal(scanned(scan, 100), "K7M49QTXPA");
});

test("a person's Enter on a button is no scan", () => {
  assert.equal(scanned(NO_SCAN, 0), "");
  assert.equal(scanned(typing("abc", 8), end("abc", 8)), "");
  assert.equal(scanned(typing("K7M49QTXPA", PAUSE + 1), end("K7M49QTXPA", PAUSE + 1)), "");
  assert.equal(scanned(typing("K7M49QTXPA", 8), end("K7M49QTXPA", 8) + PAUSE * 2), "");
});

test("what a scanner typed is known from keys that a hand presses, also when it was no code of ours", () => {
  assert.equal(byMachine(typing("6901234", 8), end("6901234", 8)), true);
  assert.equal(byMachine(typing("6901234", 8), end("6901234", 8) + PAUSE * 2), false);
  assert.equal(byMachine(typing("   ", 90), end("   ", 90)), false); // a pad whose key is the space bar
  assert.equal(byMachine(typing("k7", 100), end("k7", 100)), false);
});
