// The twin test of strength.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { strength, willDo } from "./strength.ts";

test("what anybody guesses is called easy", () => {
  for (const easy of ["12345678", "98765432", "aaaabbbb", "password1", "admin123", "1qaz2wsx"]) assert.equal(strength(easy, "admin"), "easy", easy);
});

test("too short, and the staff number itself, are said as such", () => {
  assert.equal(strength("", "admin"), "empty");
  assert.equal(strength("ab12", "admin"), "short");
  assert.equal(strength("Wangfang88", "wangfang88"), "login");
});

test("a long or mixed one is good, a plain one will do", () => {
  assert.equal(strength("yuhua 3 lu 88 hao", "admin"), "good");
  assert.equal(strength("Yuhua88lu", "admin"), "good");
  assert.ok(willDo(strength("yuhualudong", "admin")));
  assert.ok(!willDo(strength("12345678", "admin")));
});
