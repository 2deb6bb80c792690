import assert from "node:assert/strict";
import { test } from "node:test";
import { reading, withReading } from "./voice.ts";

const room = { counter: "1", name: "𠮷祥室", said: "𠮷祥室", refused: "𠮷" };

test("what is typed for a name becomes its reading, once", () => {
  const once = withReading([{ written: "VIP", spoken: "贵宾" }], room, "吉祥室");
  assert.deepEqual(withReading(once, room, "吉祥厅"), [{ written: "VIP", spoken: "贵宾" }, { written: "𠮷祥室", spoken: "吉祥厅" }]);
  assert.equal(reading(once, room), "吉祥室");
});

test("a field that is emptied takes its reading away", () => {
  assert.deepEqual(withReading([{ written: "𠮷祥室", spoken: "吉祥室" }], room, " "), []);
  assert.equal(reading([], room), "");
});
