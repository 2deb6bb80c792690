import assert from "node:assert/strict";
import test from "node:test";
import type { ProposalRow, TakenRow } from "../../../server/web/wire.ts";
import { became, effect, proposedBy, taking, what } from "./proposals.ts";

const both = (zh: string) => ({ zh, en: zh });
const VIEW = { threshold_seconds: 1200 };
const row = (more: Partial<ProposalRow> = {}): ProposalRow =>
  ({ step: "open", counter: "6", counter_name: both("6 号窗口"), profile: "all", profile_name: both("一柜通"), people: 15, without: 5.2, after: 12.1, mean_wait: -20, newcomer: -60, ...more });
const taken = (more: Partial<TakenRow> = {}): TakenRow => ({ id: "t", of: row(), at: "2024-07-10T02:05:00Z", by: "王芳", in_time: 3, left: 0, judged: false, ...more });

test("a proposal says what to do and how many more are served in time", () => {
  assert.equal(`${what(row())}：${effect(row(), VIEW)}`, "开 6 号窗口 · 一柜通：20 分钟内办到的多 7 人");
  assert.equal(what(row({ step: "switch" })), "6 号窗口改为一柜通");
  assert.equal(what(row({ step: "resume" })), "恢复 6 号窗口");
});

test("a mean wait that changes by a minute is said, whichever way", () => {
  assert.equal(effect(row({ mean_wait: -170 }), VIEW), "20 分钟内办到的多 7 人，人均少等 3 分钟");
  assert.equal(effect(row({ mean_wait: 65 }), VIEW), "20 分钟内办到的多 7 人，人均多等 1 分钟");
});

test("a deed on the board that is proposed, too, is taken as the proposal", () => {
  const rows = [row({ step: "switch" }), row({ step: "resume", counter: "2", profile: "quick" })];
  assert.equal(proposedBy({ type: "change_profile", counter: "6", profile: "all" }, rows), rows[0]);
  assert.equal(proposedBy({ type: "resume_counter", counter: "2" }, rows), rows[1]);
  assert.equal(proposedBy({ type: "change_profile", counter: "6", profile: "quick" }, rows), undefined);
  assert.equal(proposedBy({ type: "call_next", counter: "6" }, rows), undefined);
  assert.deepEqual(taking(rows[0]!), { type: "take_proposal", step: "switch", counter: "6", profile: "all" });
});

test("what was taken says what was expected, how far it is, and in the end what became of it", () => {
  assert.deepEqual(became(taken(), VIEW), ["当时等候 15 人，预计 20 分钟内办到 12 人，不做则 5 人", "到现在办到 3 人，10:35 出结果"]);
  assert.deepEqual(became(taken({ judged: true, in_time: 11, left: 1 }), VIEW).slice(1), ["实际办到 11 人", "1 人没等就走了"]);
});
