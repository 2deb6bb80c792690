// The twin test of map_edit.ts: whatever is dragged, it stays on the floor.
import assert from "node:assert/strict";
import test from "node:test";
import { freshArea, freshSpot, moved, movedSpot, placed, resized, SMALLEST, stepOf } from "./map.tsx";

const area = { x: 10, y: 20, width: 30, height: 40 };

test("a zone is moved in whole percent and stops at the walls", () => {
  assert.deepEqual(moved(area, 2.4, -3.6), { ...area, x: 12, y: 16 });
  assert.deepEqual(moved(area, 500, 500), { ...area, x: 70, y: 60 });
  assert.deepEqual(moved(area, -500, -500), { ...area, x: 0, y: 0 });
});

test("a zone is drawn larger and smaller by its corner, never to nothing and never through a wall", () => {
  assert.deepEqual(resized(area, 5, -5), { ...area, width: 35, height: 35 });
  assert.deepEqual(resized(area, 500, -500), { ...area, width: 90, height: SMALLEST });
});

test("what was typed is put right", () => {
  assert.deepEqual(placed({ x: 95, y: -4, width: 200, height: 1 }), { x: 0, y: 0, width: 100, height: SMALLEST });
});

test("a counter stays on the floor", () => assert.deepEqual(movedSpot({ x: 97, y: 4 }, 20, -20), { x: 98, y: 3 }));

test("new zones and counters have places of their own", () => {
  const corners = new Set([0, 1, 2, 3, 4, 5].map((n) => JSON.stringify(freshArea(n))));
  const spots = new Set([0, 1, 2, 9, 10].map((n) => JSON.stringify(freshSpot(n))));
  assert.deepEqual([corners.size, spots.size], [6, 5]);
});

test("arrows step by one, with shift by five", () => {
  assert.deepEqual(stepOf("ArrowUp", false), [0, -1]);
  assert.deepEqual(stepOf("ArrowRight", true), [5, 0]);
  assert.equal(stepOf("Enter", false), null);
});
