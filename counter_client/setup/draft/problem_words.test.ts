// The twin test of problem_words.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { inWords } from "./problem_words.ts";

const place = { zh: "", en: "" };

test("C15: beside its field a figure is said without its code name and in people's spans", () => {
  const text = { zh: "wait_goal_seconds 不能大于 14400", en: "wait_goal_seconds must not be above 14400." };
  const said = inWords({ where: "figures.wait_goal_seconds", place, text });
  assert.equal(said.text.zh, "不能大于 4 小时");
  assert.ok(said.text.en.startsWith("Must not be above 4 "));
});

test("two figures in one sentence keep their words", () => {
  const text = { zh: "补救时限 remedy_threshold_seconds（1200）必须大于等候目标 wait_goal_seconds（18000）", en: "" };
  assert.equal(inWords({ where: "figures.remedy_threshold_seconds", place, text }).text.zh, "补救时限（20 分钟）必须大于等候目标（5 小时）");
});

test("a count stays a count, and what is no figure stays as it is", () => {
  assert.equal(inWords({ where: "figures.max_recall", place, text: { zh: "max_recall 不能大于 20", en: "" } }).text.zh, "不能大于 20");
  const other = { where: "services[0].name", place, text: { zh: "业务 a_b 没有名称", en: "" } };
  assert.deepEqual(inWords(other), other);
});
