import assert from "node:assert/strict";
import test from "node:test";
import "../testing/page.ts";
import { fill, hallSpeaks, lang, secondName, speak, table, tx } from "./i18n.ts";

const t = table({ zh: { ahead: "前面 {count} 人" }, en: { ahead: "{count} ahead" } });

test("a page's texts follow the language", () => {
  speak("zh");
  assert.equal(t("ahead", { count: 8 }), "前面 8 人");
  speak("en");
  assert.equal(t("ahead", { count: 8 }), "8 ahead");
  assert.equal(t("ahead", { count: 8 }, "zh"), "前面 8 人");
});

test("a text without English is said in Chinese rather than not at all", () => {
  speak("en");
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

test("a hall that speaks Chinese alone is never read in English, and is again as it was once it has both", () => {
  speak("en");
  hallSpeaks("zh");
  assert.equal(lang.value, "zh");
  assert.equal(t("ahead", { count: 8 }), "前面 8 人");
  assert.equal(tx({ zh: "缴费", en: "Payment" }), "缴费");
  assert.equal(secondName({ zh: "缴费", en: "Payment" }), "");
  assert.ok(document.documentElement.hasAttribute("data-chinese"));
  speak("en"); // whoever asks for it
  assert.equal(lang.value, "zh");
  hallSpeaks("both");
  assert.equal(lang.value, "en");
  assert.ok(!document.documentElement.hasAttribute("data-chinese"));
  speak("zh");
});
