// Which way a board is drawn.
import assert from "node:assert/strict";
import test from "node:test";
import { shapeClass, shapeOf } from "./shape.ts";

test("left alone, a board is as its window is", () => {
  assert.equal(shapeClass(shapeOf("auto", 1920, 1080)), "wide");
  assert.equal(shapeClass(shapeOf("auto", 1080, 1920)), "upright");
});

test("a panel hung upright whose box does not know is turned, and one that knows is not", () => {
  assert.equal(shapeClass(shapeOf("portrait", 1920, 1080)), "upright turned");
  assert.equal(shapeClass(shapeOf("portrait", 1080, 1920)), "upright");
  assert.equal(shapeClass(shapeOf("landscape", 1080, 1920)), "wide turned");
});
