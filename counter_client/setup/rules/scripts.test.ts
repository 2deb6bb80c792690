// The twin test of scripts.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { inForce, isSaved, momentsOf, replaced, unknownPlaces, versionsOf, withoutVersion, withVersion, piecesOf } from "./scripts.tsx";

const both = (zh: string) => ({ zh, en: zh });
const first = [{ moment: "water", version: 1, text: both("请喝水"), effective_from: "2000-01-01" }];

test("another wording is the next version and the old one stays on record", () => {
  const after = withVersion(first, "water", both("请用茶"), "2026-12-01");
  assert.deepEqual(versionsOf(after, "water").map((script) => script.version), [2, 1]);
  assert.equal(inForce(after, "water", "2026-11-30")!.version, 1);
  assert.equal(inForce(after, "water", "2026-12-01")!.version, 2);
});

test("a moment without words starts at version one", () => {
  assert.equal(withVersion(first, "remedy", both("抱歉"), "2000-01-01")[1]!.version, 1);
  assert.equal(inForce(first, "remedy", "2026-12-01"), null);
});

test("only a version that is not saved yet is reworded or taken back", () => {
  const after = withVersion(first, "water", both("请用茶"), "2026-12-01");
  assert.ok(isSaved(first, after[0]!));
  assert.ok(!isSaved(first, after[1]!));
  assert.equal(replaced(after, { ...after[1]!, text: both("请用水") })[1]!.text.zh, "请用水");
  assert.deepEqual(withoutVersion(after, after[1]!), first);
});

test("a hall's own moments come after the known ones", () => {
  assert.deepEqual(momentsOf([{ ...first[0]!, moment: "rain" }]), ["explain", "water", "remedy", "rain"]);
});

test("a place nobody fills in is seen, also one whose brace is not closed", () => {
  assert.deepEqual(unknownPlaces({ zh: "前面 {ahead} 位，{wait}", en: "{ahead}" }), []);
  assert.deepEqual(unknownPlaces({ zh: "前面 {人数} 位", en: "{ahed" }), ["{人数}", "{ahed}"]);
});

test("what is filled in stands between the words, by its name", () => {
  assert.deepEqual(piecesOf("前面还有 {ahead} 位，约 {wait}。"), ["前面还有 ", "ahead", " 位，约 ", "wait", "。"]);
  assert.deepEqual(piecesOf("请喝水。{name}"), ["请喝水。{name}"]);
});
