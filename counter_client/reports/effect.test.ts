import assert from "node:assert/strict";
import test from "node:test";
import { answering, drawn, sections, estimateText, figureText } from "./effect.ts";
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
  assert.deepEqual(cost!.figures, [{ line: say(""), name: say("礼品"), value: 212 }]);
});

test("nobody asked and nothing given makes no sections", () => {
  assert.deepEqual(sections([table("overview", "结论")]), []);
});

test("a difference is shown with its interval and both signs", () => {
  assert.equal(estimateText({ value: 17, low: -8, high: 46 }, 0), "+17 [−8, +46]");
  assert.equal(estimateText({ value: -0.284, low: -0.3, high: 0 }), "−0.28 [−0.30, 0.00]");
});

test("a figure that may not be shown is a dash", () => {
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

test("the picture opens with the strongest comparison, talked over by no weaker one, no look beside it and no mere difference", () => {
  const line = (of: string, low: number, first = true) => ({ of, first, label: say(of), at: { value: low + 0.5, low, high: low + 1 }, value: 50, low: 40, high: 60 });
  assert.equal(answering([line("bands", 0.1), line("lot", -0.2)])!.of, "lot");
  assert.equal(answering([line("threshold", 0.1, false), line("bands", -0.2)])!.of, "bands");
  assert.equal(answering([line("ordinary", -0.9), line("cared", 0.4)]), null);
  assert.equal(answering([line("bands", -0.1), line("threshold", -0.2), line("lot", -0.3)])!.of, "lot");
  assert.equal(answering([]), null);
});
