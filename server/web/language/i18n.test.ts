import assert from "node:assert/strict";
import test from "node:test";
import "../testing/page.ts";
import { fill, firstGuess, lang, spokenWith, startInOwn, switchLanguage, table, tx } from "./i18n.ts";

const t = table({ zh: { ahead: "前面 {count} 人" }, en: { ahead: "{count} ahead" } });

test("a page's texts follow the language", () => {
  lang.value = "zh";
  assert.equal(t("ahead", { count: 8 }), "前面 8 人");
  lang.value = "en";
  assert.equal(t("ahead", { count: 8 }), "8 ahead");
  assert.equal(t("ahead", { count: 8 }, "zh"), "前面 8 人");
});

test("a text without English is said in Chinese rather than not at all", () => {
  lang.value = "en";
  assert.equal(tx({ zh: "系统升级", en: "" }), "系统升级");
});

test("a number or a letter stands apart from Chinese at every place, once, and a name is left as it is written", () => {
  assert.equal(fill("替{counter}叫 {number}", { counter: "1 号窗口", number: "A017" }), "替 1 号窗口叫 A017");
  assert.equal(fill("{n}人，{name}在{at}", { n: 3, name: "C区", at: "VIP 室" }), "3 人，C区在 VIP 室");
  assert.equal(fill("（{n}）第 {n} 位", { n: 2 }), "（2）第 2 位");
});

test("a place nobody filled stays visible", () => {
  assert.equal(fill("{a} and {b}", { a: 1 }), "1 and {b}");
});

const device = (languages: readonly string[]) => {
  globalThis.openWindow("http://hall.test/", 800, 600);
  Object.defineProperty(navigator, "languages", { value: languages, configurable: true });
};

test("a browser's first of the two languages is the first guess", () => {
  assert.equal(firstGuess(["de-DE", "en-GB", "zh-CN"]), "en");
  assert.equal(firstGuess(["fr", "zh-Hant-TW", "en"]), "zh");
  assert.equal(firstGuess(["ja"]), "en");
  assert.equal(firstGuess([]), "zh");
});

test("what was chosen stays on the device, whatever the browser asks", () => {
  device(["en-US"]);
  startInOwn();
  assert.equal(lang.value, "en");
  switchLanguage();
  startInOwn();
  assert.equal(lang.value, "zh");
});

test("each person finds their own again; a choice before the log-in is theirs", () => {
  device(["zh-CN"]);
  startInOwn();
  switchLanguage(); // on the form
  spokenWith("person:1001");
  assert.equal(lang.value, "en");
  spokenWith("");
  spokenWith("person:1201"); // finds what the device last spoke
  assert.equal(lang.value, "en");
  switchLanguage();
  assert.equal(lang.value, "zh");
  spokenWith("");
  spokenWith("person:1001");
  assert.equal(lang.value, "en");
  startInOwn(); // the next page, before it knows who is there: never first in one and then in the other
  assert.equal(lang.value, "en");
});
