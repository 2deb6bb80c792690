import assert from "node:assert/strict";
import test from "node:test";
import { watchKeys } from "./keys_used.ts";

const press = (on: EventTarget, code: string) => on.dispatchEvent(new KeyboardEvent("keydown", { key: "a", code, bubbles: true }));

test("nothing speaks of keys until a key is pressed that is no letter typed on the glass", () => {
  globalThis.openWindow("http://hall.test/guide/", 1024, 768);
  const root = document.documentElement;
  const field = document.createElement("input");
  document.body.append(field);
  const stop = watchKeys();
  assert.ok(root.classList.contains("no-keys"));
  press(field, "KeyA");
  press(document.body, "");
  assert.ok(root.classList.contains("no-keys"));
  press(document.body, "Digit1");
  assert.ok(!root.classList.contains("no-keys"));
  stop();
});
