// The twin test of letters.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { freeLetters, sharesLetter } from "./letters.ts";
import { hall } from "../hall/sample_hall.ts";

test("letters that are taken are not offered, and those heard badly come last", () => {
  assert.deepEqual(freeLetters(["A", "B", "C", "G", "H", "J"], null, hall), ["B", "J", "G", "H"]);
});

test("a letter the draft has given up is free again", () => {
  const draft = { queues: hall.queues.filter((queue) => queue.letter !== "C") };
  assert.deepEqual(freeLetters(["B"], hall, draft), ["B", "C"]);
});

test("two queues with one letter are seen from both sides", () => {
  const config = { queues: hall.queues.map((queue) => ({ ...queue, letter: queue.id === "change" ? "A" : queue.letter })) };
  assert.equal(sharesLetter(config, "change")!.id, "pay");
  assert.equal(sharesLetter(config, "pay")!.id, "change");
  assert.equal(sharesLetter(config, "complex"), null);
});
