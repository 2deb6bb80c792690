import assert from "node:assert/strict";
import test from "node:test";
import { cellText, countText, shareText } from "./cells.ts";

const share = (k: number, n: number, enough = true) => ({ k, n, value: n ? k / n : null, minimum: 30, enough });

test("a share is cut to one place and shown with what it was made of", () => {
  assert.equal(shareText(share(1999, 2000)), "99.9 %");
  assert.equal(shareText(share(7, 10)), "70.0 %");
  assert.equal(cellText("share", share(13, 14), {}), "92.8 % 13/14");
});

test("nothing to measure is a dash and not a nought", () => {
  assert.equal(shareText(share(0, 0)), "–");
  assert.equal(cellText("seconds", null, {}), "–");
  assert.equal(cellText("count", 0, {}), "0");
});

test("too few is said in the place of the share and of a rank", () => {
  assert.equal(cellText("share", share(0, 1, false), {}), "样本不足 0/1");
  assert.equal(countText(share(5, 6, false)), "5/6");
  assert.equal(cellText("rank", { too_few: true, n: 14, minimum: 30 }, {}), "样本不足 (n=14 < 30)");
  assert.equal(cellText("rank", 2, {}), "2");
});

test("seconds, money, levels and people are shown the way they are read", () => {
  assert.equal(cellText("seconds", 490.2, {}), "08:10");
  assert.equal(cellText("money", 31800, {}), "318.00 元");
  assert.equal(cellText("level", 4.5, {}), "4.50");
  assert.equal(cellText("person", "1207", { "1207": "王芳" }), "王芳 1207");
  assert.equal(cellText("person", "east-kiosk", { "east-kiosk": { zh: "东门取号机", en: "East kiosk" } }), "东门取号机");
  assert.equal(cellText("flag", true, {}), "是");
  assert.equal(cellText("text", { zh: "全部", en: "All" }, {}), "全部");
});

test("a moment is the hall's time", () => {
  assert.equal(cellText("moment", "2024-07-02T02:22:00Z", {}), "07-02 10:22");
});
