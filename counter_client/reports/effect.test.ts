import assert from "node:assert/strict";
import test from "node:test";
import { drawn, sections, estimateText, figureText } from "./effect.ts";
import type { ReportTable } from "./shapes.ts";

const say = (zh: string) => ({ zh, en: zh });
const table = (id: string, title: string, ...rows: object[]): ReportTable =>
  ({ id, title: say(title), columns: [], rows: rows.map((cells) => ({ cells })) }) as unknown as ReportTable;

const SERVED = [
  table("overview", "结论", { section: say("带"), verdict: say("样本不足"), note: say("参考") }, { section: say("费用"), verdict: say(""), note: say("") }),
  table("bands", "带", { line: say("20–25"), group_a: say("补救"), n_a: 31, mean_a: 4.1, group_b: say("未"), n_b: 12, mean_b: null, difference: 0.5, low: -0.1, high: 1.1, satisfied_difference: 17, satisfied_low: null, satisfied_high: 46, verdict: say("样本不足") }),
  table("figures", "指标", { section: say("费用"), line: say(""), figure: say("礼品"), value: 212 }),
];

test("every section is there in the served order with its note and verdict", () => {
  assert.deepEqual(sections(SERVED).map((one) => [one.title, one.verdict]), [[say("带"), say("样本不足")], [say("费用"), say("")]]);
});

test("a comparison has its groups, and a difference only with its whole interval", () => {
  const line = sections(SERVED)[0]!.compared[0]!;
  assert.deepEqual(line.groups.map((group) => group.n), [31, 12]);
  assert.deepEqual(line.difference, { value: 0.5, low: -0.1, high: 1.1 });
  assert.equal(line.satisfied, null);
});

test("figures stand in their own section", () => {
  const [bands, cost] = sections(SERVED);
  assert.equal(bands!.figures.length, 0);
  assert.deepEqual(cost!.figures, [{ line: say(""), name: say("礼品"), text: "212" }]);
});

test("nobody asked and nothing given makes no sections", () => {
  assert.deepEqual(sections([table("overview", "结论")]), []);
});

test("a difference is shown with its interval and both signs", () => {
  assert.equal(estimateText({ value: 17, low: -8, high: 46 }, 0), "+17 [−8, +46]");
  assert.equal(estimateText({ value: -0.284, low: -0.3, high: 0 }), "−0.28 [−0.30, 0.00]");
});

test("a figure that is not there is a dash or what is said instead", () => {
  assert.equal(figureText({ n: 3, minimum: 30, too_few: true }), "样本不足 (n=3 < 30)");
  assert.equal(figureText(say("效果尚未确认")), "效果尚未确认");
  assert.equal(figureText(212), "212");
  assert.equal(figureText(0.031), "0.03");
  assert.equal(figureText(null), "–");
});

test("differences are drawn with their intervals on one scale around no difference", () => {
  const { lines, zero, most } = drawn(sections(SERVED));
  assert.equal(zero, 50);
  assert.equal(most, 1.1);
  assert.deepEqual(lines.map(({ label, low, high }) => [label, low < zero, high]), [[{ zh: "带 · 20–25", en: "带 · 20–25" }, true, 98]]);
  assert.deepEqual(drawn(sections([table("overview", "结论")])).lines, []);
});

test("what the sentence speaks from is drawn large, as the server told, and no other", () => {
  const [, bands] = SERVED;
  assert.equal(drawn(sections(SERVED)).lines.some((line) => line.answers), false);
  const marked = table("bands", "带", { ...bands!.rows[0]!.cells, answers: true }, bands!.rows[0]!.cells);
  assert.deepEqual(drawn(sections([SERVED[0]!, marked])).lines.map((line) => line.answers), [true, false]);
});

test("of too few there is no figure, and their number in words", () => {
  const few = { n: 3, minimum: 10, too_few: true };
  const line = { line: say("20–25"), group_a: say("补救"), n_a: 3, mean_a: few, difference: few, low: few, high: few, satisfied_difference: few, detectable: few, verdict: say("样本不足") };
  const [section] = sections([SERVED[0]!, table("bands", "带", line)]);
  assert.equal(section!.compared[0]!.difference, null);
  assert.equal(section!.compared[0]!.groups[0]!.mean, null);
  assert.equal(section!.compared[0]!.without.difference, "样本不足 (n=3 < 10)");
  assert.deepEqual(drawn([section!]).lines, []);
});
