import assert from "node:assert/strict";
import { test } from "node:test";
import { codeInAddress, codeTyped, likelyName, likelyPlace, type RolePlaces } from "./pairing.ts";

const zh = (text: { zh: string }) => text.zh;

function role(id: string, needs_place: boolean, ...places: [string, boolean][]): RolePlaces {
  const names: Record<string, string> = { kiosk: "取号机", window_display: "窗口屏", lobby_board: "大屏" };
  return {
    id,
    name: { zh: names[id]!, en: id },
    needs_place,
    places: places.map(([place, taken]) => ({ id: place, name: { zh: `${place}号`, en: place }, taken })),
  };
}

test("a code is read however it is typed", () => {
  assert.equal(codeTyped(" k7f 3mq "), "K7F3MQ");
  assert.equal(codeTyped("Ｋ７Ｆ-３ｍｑ9"), "K7F3MQ");
  assert.equal(codeTyped("取号"), "");
});

test("a phone's address brings the code along", () => {
  assert.equal(codeInAddress("#pair=k7f3mq"), "K7F3MQ");
  assert.equal(codeInAddress("#pair=K7F3MQ&x=1"), "K7F3MQ");
  assert.equal(codeInAddress("#devices"), "");
});

test("a new screen goes where its address says while nobody stands there", () => {
  const window = role("window_display", true, ["1", true], ["2", false], ["3", false]);
  assert.equal(likelyPlace(window, "3"), "3");
  assert.equal(likelyPlace(window, "1"), "2");
  assert.equal(likelyPlace(window, "9"), "2");
});

test("without a word it goes to the first free place, and to the first of all when none is free", () => {
  assert.equal(likelyPlace(role("kiosk", false, ["p1", true], ["p2", false]), ""), "p2");
  assert.equal(likelyPlace(role("kiosk", false, ["p1", true]), ""), "p1");
  assert.equal(likelyPlace(role("kiosk", false), ""), "");
});

test("a board in a hall of several zones speaks for the whole hall unless it says otherwise", () => {
  const boards = role("lobby_board", false, ["a", false], ["b", false]);
  assert.equal(likelyPlace(boards, ""), "");
  assert.equal(likelyPlace(boards, "b"), "b");
  assert.equal(likelyPlace(role("lobby_board", false, ["a", false]), ""), "a");
});

test("a name says what it is and, at a counter, where; nobody is called the same twice", () => {
  const window = role("window_display", true, ["3", false]);
  assert.equal(likelyName(window, "3", [], zh), "窗口屏 3号");
  assert.equal(likelyName(window, "3", ["窗口屏 3号"], zh), "窗口屏 3号 2");
  const kiosk = role("kiosk", false, ["p1", false]);
  assert.equal(likelyName(kiosk, "p1", ["取号机", "取号机 2"], zh), "取号机 3");
});
