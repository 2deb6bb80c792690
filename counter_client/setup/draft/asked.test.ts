// The twin test of asked.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { freeLetters } from "./asked.ts";
import { hall } from "@web/testing/set_up_hall.ts";

test("letters that are taken are not offered, and those heard badly come last", () => {
  assert.deepEqual(freeLetters(["A", "B", "C", "G", "H", "J"], null, hall), ["B", "J", "G", "H"]);
});

test("a letter the draft has given up is free again", () => {
  const draft = { queues: hall.queues.filter((queue) => queue.letter !== "C") };
  assert.deepEqual(freeLetters(["B"], hall, draft), ["B", "C"]);
});
