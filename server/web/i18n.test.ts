import assert from "node:assert/strict";
import test from "node:test";
import { fill, lang, table, tx } from "./i18n.ts";

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

test("a place nobody filled stays visible", () => {
  assert.equal(fill("{a} and {b}", { a: 1 }), "1 and {b}");
});
