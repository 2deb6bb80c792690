import assert from "node:assert/strict";
import test from "node:test";
import type { ProposalRow, TakenRow } from "../../../server/web/wire.ts";
import { became, effect, isAsked, proposedBy, taking, undoable, undoing, what } from "./proposals.ts";

const both = (zh: string) => ({ zh, en: zh });
const VIEW = { threshold_seconds: 1200 };
const row = (more: Partial<ProposalRow> = {}): ProposalRow =>
  ({ step: "open", counter: "6", counter_name: both("6 号窗口"), profile: "all", profile_name: both("一柜通"), people: 15, without: 5.2, after: 12.1, mean_wait: -20, newcomer: -60, number: "", begins: null, minutes: 0, ...more });
const taken = (more: Partial<TakenRow> = {}): TakenRow => ({ id: "t", of: row(), at: "2024-07-10T02:05:00Z", by: "王芳", in_time: 3, left: 0, judged: false, undone: false, undo_until: "2024-07-10T02:06:00Z", ...more });

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

test("a break put off, a call given up and a service that takes too long each say themselves", () => {
  assert.equal(what(row({ step: "later", begins: "2024-07-10T04:00:00Z", minutes: 20 })), "6 号窗口 12:00 的休息推迟 20 分钟");
  assert.equal(what(row({ step: "miss", number: "A012" })), "6 号窗口叫 A012 没人应：作过号，叫下一位");
  const slow = row({ step: "assist", number: "A031", minutes: 12, people: 9, without: 0, after: 0, mean_wait: 0 });
  assert.equal(`${what(slow)}：${effect(slow, VIEW)}`, "6 号窗口办理 A031 远超通常的 12 分钟：请班长去看看：还有 9 人在等；能省多少时间推算不出");
  assert.deepEqual(became(taken({ of: slow }), VIEW)[0], "当时有 9 人在等");
});

test("a call that the board gives up is the proposal, where it is proposed", () => {
  const miss = row({ step: "miss", number: "A012" });
  assert.equal(proposedBy({ type: "mark_no_show", counter: "6", ticket: "t12" }, [miss]), miss);
});

test("only where a person has to act a tap asks somebody to", () => {
  assert.deepEqual(["open", "switch", "resume", "later", "miss", "assist"].map((step) => isAsked(row({ step: step as ProposalRow["step"] }))), [true, false, false, true, false, true]);
});

test("what was taken can be taken back for a while, and then says so", () => {
  const at = Date.parse("2024-07-10T02:06:00Z");
  assert.deepEqual(undoable({ taken: [taken(), taken({ id: "u", undo_until: null })] }, at).map(({ id }) => id), ["t"]);
  assert.deepEqual(undoable({ taken: [taken()] }, at + 1), []);
  assert.deepEqual(undoing(taken()), { type: "undo_proposal", proposal: "t" });
  assert.deepEqual(became(taken({ undone: true }), VIEW), ["已撤销，不算结果"]);
});
