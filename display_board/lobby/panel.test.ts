// What hangs on a board, and that it never covers a call.
import assert from "node:assert/strict";
import test from "node:test";
import { MAP_SECONDS, panelMay, playlist, QUIET_MS, secondsOf, type Calm } from "./panel.ts";

const medium = (file: string, seconds = 10) => ({ file, kind: file.endsWith("mp4") ? "video" : "image", seconds, name: { zh: "", en: "" } });
const calm = (more: Partial<Calm> = {}): Calm => ({ unseen: 0, fresh: true, since: 0, shown: true, ...more });

test("media stand in their order, the map comes last, and what cannot be shown is left out", () => {
  const items = playlist([medium("a.png"), medium("b.mp4"), medium("c.png")], true, new Set(["c.png"]));
  assert.deepEqual(items.map((item) => (item.what === "map" ? "map" : item.medium.file)), ["a.png", "b.mp4", "map"]);
});

test("a picture stands its seconds, a film to its end, a lone picture for good", () => {
  const [picture, film, hasty] = playlist([medium("a.png", 12), medium("b.mp4"), medium("c.png", 0)], false, new Set());
  assert.equal(secondsOf(picture!, false), 12);
  assert.equal(secondsOf(film!, false), null);
  assert.equal(secondsOf(hasty!, false), 3);
  assert.equal(secondsOf(picture!, true), null);
  assert.equal(secondsOf({ what: "map" }, false), MAP_SECONDS);
});

test("a new call keeps its place against every medium", () => {
  assert.equal(panelMay(calm(), false, QUIET_MS - 1, 5000), false);
  assert.equal(panelMay(calm(), false, QUIET_MS, 5000), true);
  assert.equal(panelMay(calm(), false, QUIET_MS, 20_000), false);
});

test("calls that wait for their turn or are being said keep it, too", () => {
  assert.equal(panelMay(calm({ unseen: 1 }), false, 60_000, 5000), false);
  assert.equal(panelMay(calm(), true, 60_000, 5000), false);
});

test("what was called before the board came up does not hold media back", () => {
  assert.equal(panelMay(calm({ fresh: false }), false, 0, 5000), true);
  assert.equal(panelMay(calm({ shown: false }), false, 0, 5000), true);
});
