// The twin test of said.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { speak } from "../language/i18n.ts";
import type { Field } from "../wire.ts";
import { endsOf, percentOf, inWords, spanText } from "./in_words.ts";

const text = (zh: string, en: string) => ({ zh, en });
const asked = (kind: Field["kind"], more: object = {}) => ({ kind, ...more }) as Field;

test("seconds are said in the largest units that fit", () => {
  assert.equal(inWords(asked("span"), 600), "10 分钟");
  assert.equal(inWords(asked("span"), 5400), "1 小时 30 分钟");
  assert.equal(spanText(95, "en"), "1 min 35 s");
  assert.equal(inWords(asked("span"), 0), "0 秒");
});

test("no time of its own may have a name", () => {
  assert.equal(inWords(asked("span", { none: text("同标准时长", "As the standard time") }), 0), "同标准时长");
});

test("money, shares, counts and yes or no have their own words", () => {
  assert.equal(inWords(asked("money_fen"), 200), "2.00 元");
  assert.equal(inWords(asked("share"), 0.33), "33 %");
  assert.equal(inWords(asked("number", { unit: text("", "") }), 24), "24");
  assert.equal(inWords(asked("number", { unit: text("毫秒", "ms") }), 1000), "1000 毫秒");
  assert.equal(inWords(asked("tick"), true), "是");
  assert.equal(percentOf(0.29), 29);
});

test("a choice is said by its words, whatever its value is", () => {
  const dots = asked("choice", { choices: [{ value: "576", text: text("80 毫米", "80 mm") }, { value: "null", text: text("仅重点厅", "key halls") }] });
  assert.equal(inWords(dots, 576), "80 毫米");
  assert.equal(inWords(dots, null), "仅重点厅");
  assert.equal(inWords(asked("choice", { choices: [], none: text("无", "none") }), null), "无");
});

test("ids are said by name, a list by its items, none by what it means", () => {
  const queues = asked("choices", { of: "queues", none: text("全部", "all") });
  assert.equal(inWords(queues, ["a", "b"], (_, id) => id.toUpperCase()), "A、B");
  assert.equal(inWords(queues, []), "全部");
});

test("a part reads as people write it", () => {
  const hours = asked("part", { none: text("不营业", "shut"), fields: [asked("time", { id: "opens" }), asked("time", { id: "closes" })] });
  assert.equal(inWords(hours, { opens: "08:30", closes: "17:00" }), "08:30–17:00");
  const days = asked("table", { fields: [asked("date", { id: "day" }), asked("words", { id: "name" }), { ...hours, id: "hours" }] });
  assert.equal(inWords(days, [{ day: "2026-10-01", name: text("国庆节", "National Day"), hours: null }]), "2026-10-01 国庆节 不营业");
});

test("both ends are said in the field's own unit, and none where nothing is typed", () => {
  speak("en");
  assert.deepEqual(endsOf(asked("span", { ends: { least: 1, most: 28800 } })), ["1 s", "8 h"]);
  assert.deepEqual(endsOf(asked("money_fen", { ends: { least: 0, most: 100000 } })), ["0.00 yuan", "1000.00 yuan"]);
  assert.equal(endsOf(asked("choice", { ends: { least: 1, most: 7 } })), undefined);
  assert.equal(endsOf(asked("text")), undefined);
  speak("zh");
});
