import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetToken, keepToken, renewToken, tokenOf } from "./session.ts";

const kept = new Map<string, string>();
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  },
});

test("a new token takes the place of the one that was used, wherever that lay", () => {
  keepToken("window", "", "old");
  renewToken("window", "3", "new");
  assert.equal(tokenOf("window", "3"), "new");
  assert.equal(tokenOf("window", ""), "new");
  keepToken("window", "3", "own");
  renewToken("window", "3", "newest");
  assert.equal(tokenOf("window", "3"), "newest");
  assert.equal(tokenOf("window", ""), "new");
});

test("who is shown out holds no token any more", () => {
  keepToken("kiosk", "", "old");
  forgetToken("kiosk", "");
  assert.equal(tokenOf("kiosk", ""), "");
});
