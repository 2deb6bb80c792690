// What is not worth sending, and how a file is called.
import assert from "node:assert/strict";
import test from "node:test";
import { plainName, tooLarge } from "./media.tsx";

const MIB = 1024 * 1024;

test("a picture may have five megabytes and a film twenty", () => {
  assert.equal(tooLarge({ size: 5 * MIB, type: "image/png" }), false);
  assert.equal(tooLarge({ size: 5 * MIB + 1, type: "image/png" }), true);
  assert.equal(tooLarge({ size: 20 * MIB, type: "video/mp4" }), false);
  assert.equal(tooLarge({ size: 20 * MIB + 1, type: "" }), true);
});

test("a file is called without its ending", () => {
  assert.equal(plainName("用电安全.png"), "用电安全");
  assert.equal(plainName("v1.2 安全"), "v1.2 安全");
});
