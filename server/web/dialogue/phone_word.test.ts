import assert from "node:assert/strict";
import test from "node:test";
import { keep, kept, phoneWord } from "./phone_word.ts";

test("a phone has one word, and another phone has another", () => {
  const mine = phoneWord();
  assert.ok(/^[0-9a-f]{32}$/.test(mine));
  assert.equal(phoneWord(), mine);
});

test("what is kept is found again, also where the browser keeps nothing", () => {
  keep("a", "1");
  assert.equal(kept("a"), "1");
  assert.equal(kept("nothing"), "");
  const forbids = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: () => { throw new Error("private"); } });
  keep("b", "2");
  assert.equal(kept("b"), "2");
  if (forbids) Object.defineProperty(globalThis, "localStorage", forbids);
});
