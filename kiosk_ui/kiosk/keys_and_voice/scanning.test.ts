import assert from "node:assert/strict";
import test from "node:test";
import { after, markedBy, meaningOf, OFF, ROUNDS, settle, type Scan, type Sign, type Stop } from "./scanning.ts";

const stop = (id: string, row = ""): Stop => ({ id, row });
const SCREEN = [stop("bill"), stop("move"), stop("back"), stop("guide")];
const KEYS = [stop("A", "1"), stop("B", "1"), stop("C", "2"), stop("D", "2"), stop("erase"), stop("back"), stop("guide")];

/** Where one stands after each of these, and what was pressed on the way. */
function went(signs: readonly Sign[], stops = SCREEN, from: Scan = OFF): { scan: Scan; at: string[]; pressed: string[] } {
  const at: string[] = [];
  const pressed: string[] = [];
  let scan = from;
  for (const sign of signs) {
    const done = after(scan, sign, "p", stops);
    scan = done.scan;
    at.push(scan.at);
    if (done.press) pressed.push(done.press);
  }
  return { scan, at, pressed };
}

test("two keys: the first shows where one stands, next goes through all of it and round again", () => {
  assert.deepEqual(went(["next", "next", "next", "next", "next"]).at, ["bill", "move", "back", "guide", "bill"]);
  assert.deepEqual(went(["next", "previous"]).at, ["bill", "guide"]);
  assert.deepEqual(went(["next", "next", "choose"]).pressed, ["move"]);
});

test("nothing is pressed that was not seen before", () => {
  const first = went(["choose"]);
  assert.deepEqual([first.pressed, first.at], [[], ["bill"]]);
  assert.deepEqual(went(["switch"]).pressed, []);
  assert.deepEqual(went(["choose"], []).scan, OFF);
});

test("one switch: the first press starts, it moves by itself, a press chooses", () => {
  const gone = went(["switch", "tick", "tick", "switch"]);
  assert.deepEqual([gone.at, gone.pressed, gone.scan.way], [["bill", "move", "back", "back"], ["back"], "switch"]);
});

test("after two rounds without a press it stands still; a press in between begins the count anew", () => {
  const ticks = (n: number): Sign[] => Array.from({ length: n }, () => "tick");
  const length = SCREEN.length;
  assert.equal(went(["switch", ...ticks(ROUNDS * length - 1)]).scan.way, "switch");
  assert.deepEqual(went(["switch", ...ticks(ROUNDS * length)]).scan, OFF);
  assert.equal(went(["switch", ...ticks(ROUNDS * length - 1), "switch", ...ticks(length)]).scan.way, "switch");
});

test("two keys never move by themselves, and who has them is not hurried by a space", () => {
  const gone = went(["next", "tick", "switch"]);
  assert.deepEqual([gone.at, gone.pressed, gone.scan.way], [["bill", "bill", "bill"], ["bill"], "keys"]);
  assert.equal(went(["switch", "next"]).scan.way, "keys");
});

test("a touch ends it", () => assert.deepEqual(went(["next", "touch"]).scan, OFF));

test("many small keys are gone past by the row, and each row gone into and out of", () => {
  assert.deepEqual(went(["next", "next", "next"], KEYS).at, ["row 1", "row 2", "erase"]);
  const typed = went(["next", "next", "choose", "next", "choose"], KEYS);
  assert.deepEqual([typed.pressed, typed.scan.at, typed.scan.row], [["D"], "row 2", ""]);
  assert.deepEqual(went(["next", "choose", "next", "next"], KEYS).at, ["row 1", "A", "B", "row 1"]);
  assert.deepEqual(went(["next", "choose", "previous"], KEYS).at, ["row 1", "A", "row 1"]);
  assert.deepEqual(markedBy(went(["next"], KEYS).scan, KEYS), ["A", "B"]);
  assert.deepEqual(markedBy(OFF, KEYS), []);
});

test("another screen is begun at its first stop, the same one keeps the place", () => {
  const at = went(["next", "next"]).scan;
  assert.equal(settle(at, "q", SCREEN).at, "bill");
  assert.equal(settle(at, "p", [stop("new"), ...SCREEN]).at, "move");
  assert.deepEqual(settle(OFF, "q", SCREEN), OFF);
});

test("where the thing one stands on is gone, one stands on what came after it", () => {
  const at = went(["next", "next"]).scan;
  assert.equal(settle(at, "p", [stop("bill"), stop("back"), stop("guide")]).at, "back");
  assert.equal(settle(went(["next", "previous"]).scan, "p", SCREEN.slice(0, 3)).at, "bill");
  const inRow = went(["next", "next", "choose"], KEYS).scan;
  assert.deepEqual(settle(inRow, "p", KEYS.slice(4)).at, "erase"); // the code is whole: no letter can be pressed
  assert.equal(settle(inRow, "p", KEYS.filter(({ id }) => id !== "C")).at, "D");
  assert.equal(settle(at, "p", []).at, "");
  assert.equal(after({ ...at, at: "" }, "choose", "p", []).press, undefined);
});

test("keys that pads and switches send", () => {
  const means = (key: string, shift = false, moves = false) => meaningOf(key, shift, moves);
  assert.deepEqual(["Tab", "ArrowDown", "ArrowRight", "F13"].map((key) => means(key)), Array(4).fill("next"));
  assert.deepEqual([means("Tab", true), means("ArrowUp"), means("ArrowLeft")], Array(3).fill("previous"));
  assert.deepEqual([means("Enter"), means("F14"), means(" "), means("F15")], ["choose", "choose", "switch", "switch"]);
  assert.deepEqual([means(" ", false, true), means("F15", false, true)], ["next", "switch"]);
  assert.deepEqual([means("a"), means("Backspace"), means("Escape")], [null, null, null]);
});
