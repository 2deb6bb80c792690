import assert from "node:assert/strict";
import test from "node:test";
import { REST, seen, toTell, type Stands, type Notified } from "./desktop.ts";

const matter = (id: string, state: Stands["state"] = "over"): Stands => ({ id, state, what: id });
const tells = (from: Notified, ...steps: (readonly [number, readonly Stands[]])[]): (string | null)[] => {
  let notified = from;
  return steps.map(([at, all]) => {
    const now = toTell(notified, all, at);
    notified = now.notified;
    return now.tell && now.tell.id;
  });
};

test("a new worst thing is told once, however long it stands", () => {
  assert.deepEqual(tells(seen([]), [0, [matter("owed", "remedy")]], [1000, [matter("owed", "remedy")]], [9e9, [matter("owed", "remedy")]]), ["owed", null, null]);
});

test("what stood there when it was switched on, what is not the worst, and what is only near are not told", () => {
  assert.deepEqual(tells(seen([matter("a")]), [0, [matter("a")]], [1, [matter("a"), matter("b")]]), [null, null]);
  assert.deepEqual(tells(seen([]), [0, [matter("risk", "near")]], [1, []]), [null, null]);
});

test("the second becomes the worst when the first is mended: now it is told", () => {
  assert.deepEqual(tells(seen([]), [0, [matter("a"), matter("b")]], [1, [matter("b")]]), ["a", "b"]);
});

test("what comes and goes is not told again at once", () => {
  assert.deepEqual(tells(seen([]), [0, [matter("a")]], [1, []], [2, [matter("a")]], [3, []], [REST, [matter("a")]]), ["a", null, null, null, "a"]);
});
