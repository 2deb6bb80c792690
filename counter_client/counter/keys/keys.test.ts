import assert from "node:assert/strict";
import test from "node:test";

import { actionOf, CHOICES, FIND_KEY, HAND_OVER_KEY, handsOver, KEYCAPS, keyName, LOOK_UP_KEY, NOTICE_KEY, POINTS_KEY } from "./keys.ts";

test("every keycap does what its button says", () => {
  for (const [action, key] of Object.entries(KEYCAPS)) {
    const press = key === "Space" ? { key: " ", code: "Space" } : { key };
    assert.equal(actionOf(press), action);
  }
});

test("no two actions share a key, and the tenth business has one, too", () => {
  const keys = [...Object.values(KEYCAPS), FIND_KEY, LOOK_UP_KEY, NOTICE_KEY, POINTS_KEY, HAND_OVER_KEY];
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(CHOICES[9], "0");
  assert.equal(new Set(CHOICES).size, 36);
});

test("a case is handed over by a key, and not by a held one", () => {
  assert.equal(handsOver({ key: "i", code: "KeyI" }), true);
  assert.equal(handsOver({ key: "i", code: "KeyI", repeat: true }), false);
});

test("a small letter and a capital are the same key", () => {
  assert.equal(actionOf({ key: "r" }), "recall");
  assert.equal(actionOf({ key: "R" }), "recall");
});

test("a chinese input method does not swallow a key", () => {
  assert.equal(actionOf({ key: "Process", code: "KeyN" }), "no_show");
  assert.equal(actionOf({ key: "Process", code: "Space" }), "next");
  assert.equal(actionOf({ key: "＋", code: "Equal" }), "add");
});

test("a held space bar calls nobody", () => {
  assert.equal(actionOf({ key: " ", code: "Space", repeat: true }), null);
});

test("browser shortcuts stay the browser's", () => {
  assert.equal(actionOf({ key: "r", code: "KeyR", ctrlKey: true }), null);
  assert.equal(actionOf({ key: "f", code: "KeyF", metaKey: true }), null);
});

test("the number pad is a second set of digits and its enter key starts service", () => {
  assert.equal(keyName({ key: "3", code: "Numpad3" }), "3");
  assert.equal(keyName({ key: "3", code: "Digit3" }), "3");
  assert.equal(actionOf({ key: "Enter", code: "NumpadEnter" }), "start");
});

test("both enter and A say that the customer is here", () => {
  assert.equal(actionOf({ key: "Enter", code: "Enter" }), "start");
  assert.equal(actionOf({ key: "a", code: "KeyA" }), "start");
});

test("a key of no meaning does nothing", () => {
  assert.equal(actionOf({ key: "Escape", code: "Escape" }), null);
  assert.equal(actionOf({ key: "v", code: "KeyV" }), null);
});
