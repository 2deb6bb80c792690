import assert from "node:assert/strict";
import test from "node:test";
import type { AlertRow, CaseRow, ManagerCounter, ManagerQueue, ManagerTicket, ManagerView } from "../../../server/web/wire.ts";
import { causes, matters, still, untold } from "./matters.ts";

const NOW = Date.parse("2024-07-10T02:30:00Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const both = (zh: string) => ({ zh, en: zh });
const CALM = {
  goal_seconds: 600, threshold_seconds: 1200, idle_seconds: 120, calling_seconds: 180, pause_seconds: 900,
  queues: [], counters: [], waiting: [], waiting_total: 0, alerts: [], proposals: [], taken: [], cases: { rows: [] }, leader: "1101", roster: { gaps: [], late: [], absent: [] },
} as unknown as ManagerView;
const counter = (id: string, state: string, seconds: number, more: Partial<ManagerCounter> = {}) =>
  ({ id, name: both(`${id} 号窗口`), state, since: ago(seconds), calls: ["A"], can_call: 0, next: "", number: "", ticket: "", pause_reason: "", ...more }) as ManagerCounter;
const queue = (id: string, seconds: number, more: Partial<ManagerQueue> = {}) =>
  ({ id, letter: id, name: both("缴费"), waiting: 4, longest_from: ago(seconds), counters_open: 1, helper: null, ...more }) as ManagerQueue;
const ticket = (number: string, seconds: number, more: Partial<ManagerTicket> = {}) =>
  ({ id: `t${number}`, number, queue: "A", clock_from: ago(seconds), state: "waiting", next_act: "", next_at: null, ...more }) as ManagerTicket;
const sentences = (view: Partial<ManagerView>) => matters({ ...CALM, ...view }, NOW).map(({ what, deed }) => [what, deed?.label]);
const HELP = { counter: "6", counter_name: both("6 号窗口"), opens: false, profile: "all", profile_name: both("一柜通") };

test("nothing is the matter in a calm hall, also while a short wait is estimated long", () => {
  assert.deepEqual(sentences({ queues: [queue("A", 200)], counters: [counter("1", "serving", 2000), counter("2", "open_idle", 60, { can_call: 3, next: "A002" })] }), []);
});

test("eleven wait and three counters are idle for a quarter of an hour: that is what stands there", () => {
  const idle = ["3", "4"].map((id) => counter(id, "open_idle", 900, { can_call: 11, next: "A002" }));
  assert.deepEqual(sentences({ queues: [queue("A", 1380, { helper: HELP })], counters: idle, waiting: [ticket("A002", 1380)], waiting_total: 11 }), [
    ["3 号窗口空闲 15 分钟，有 11 人在等", "替 3 号窗口叫 A002"],
    ["4 号窗口空闲 15 分钟，有 11 人在等", "替 4 号窗口叫 A002"],
  ]);
  assert.equal(matters({ ...CALM, counters: idle, waiting: [ticket("A002", 1380)] }, NOW)[0]!.state, "remedy");
});

test("an idle counter hides only the lines that it could call", () => {
  const idle = counter("1", "open_idle", 300, { can_call: 2, next: "A002" });
  const both_slow = [queue("A", 700), queue("C", 1900)];
  assert.deepEqual(matters({ ...CALM, counters: [idle], queues: both_slow }, NOW).map(({ id }) => id), ["queue C", "counter 1"]);
});

test("a call that nobody follows and a pause that others wait through", () => {
  const view = { ...CALM, waiting_total: 5 };
  const calling = counter("4", "calling", 840, { number: "A012", ticket: "t12" });
  const paused = counter("2", "paused", 1320, { pause_reason: "就餐" });
  assert.deepEqual(sentences({ ...view, counters: [calling, paused] }), [
    ["4 号窗口叫 A012 已 14 分钟，还没开始办理", "A012 作过号"],
    ["2 号窗口暂停 22 分钟（就餐），5 人在等", "恢复 2 号窗口"],
  ]);
  assert.deepEqual(matters({ ...view, counters: [calling] }, NOW)[0]!.deed, { label: "A012 作过号", commands: [{ type: "mark_no_show", counter: "4", ticket: "t12" }] });
  assert.equal(still(counter("4", "calling", 179), view, NOW), null);
  assert.equal(still(paused, CALM, NOW), null); // nobody waits
});

test("an idle counter stands before a call that nobody follows, the longer before the shorter", () => {
  const some = [counter("1", "calling", 900), counter("2", "open_idle", 200, { can_call: 1 }), counter("3", "open_idle", 300, { can_call: 1 })];
  assert.deepEqual(matters({ ...CALM, counters: some }, NOW).map(({ id }) => id), ["counter 3", "counter 2", "counter 1"]);
});

test("a line that nobody serves, and one that is too slow, with who could help", () => {
  assert.deepEqual(sentences({ queues: [queue("B", 30, { counters_open: 0, helper: { ...HELP, opens: true } }), queue("A", 700, { helper: HELP }), queue("C", 700)] }), [
    ["B 缴费有 4 人等候，没有窗口办理；可请人到 6 号窗口开台", undefined],
    ["A 缴费 4 人等候，最久 11:40", "6 号窗口改为一柜通"],
    ["C 缴费 4 人等候，最久 11:40", undefined],
  ]);
});

test("one fault is told once: what the board sees by itself, the hall's own alert does not say again", () => {
  const alert = (kind: string, subject: string) => ({ id: `${kind}/${subject}`, kind, text: both(kind), detail: both(""), raised_at: ago(60), times: 1, acknowledged_by: "" }) as AlertRow;
  const alerts = [alert("nobody_calls", "B"), alert("pause_long", "2"), alert("nobody_calls", "C"), alert("printer_down", "B")];
  const view = { ...CALM, alerts, waiting_total: 4, queues: [queue("B", 30, { counters_open: 0 })], counters: [counter("2", "paused", 1320, { pause_reason: "就餐" })] };
  assert.deepEqual(untold(view, NOW).map(({ id }) => id), ["nobody_calls/C", "printer_down/B"]);
  assert.equal(matters(view, NOW).filter(({ id }) => id.startsWith("alert ")).length, 2);
});

test("who is close to a remedy is called first where a counter is free", () => {
  const waiting = [ticket("A017", 1100, { next_act: "remedy", next_at: new Date(NOW + 100_000).toISOString() }), ticket("A018", 990, { next_act: "remedy", next_at: new Date(NOW + 210_000).toISOString() })];
  assert.deepEqual(sentences({ waiting: waiting.slice(0, 1) }), [["A017 还有 01:40 就要补救", "去处理 A017"]]);
  const [one] = matters({ ...CALM, waiting, counters: [counter("1", "open_idle", 5, { can_call: 2, next: "A017" })] }, NOW);
  assert.equal(one!.what, "2 人快到补救时限，A017 还有 01:40");
  assert.deepEqual(one!.deed, { label: "先叫 A017 到 1 号窗口", commands: [{ type: "call_specific", counter: "1", ticket: "tA017", reason: "快到补救时限，优先叫号" }] });
  const other = counter("2", "open_idle", 5, { calls: ["B"], can_call: 2, next: "B001" });
  assert.equal(matters({ ...CALM, waiting, counters: [other] }, NOW)[0]!.deed!.label, "去处理 A017"); // that counter does other business
});

test("a remedy that is owed stands above all; several are a list", () => {
  const row = (number: string) => ({ number, state: "open", ticket: number }) as CaseRow;
  const rows = { cases: { rows: [row("A009")] } } as unknown as Partial<ManagerView>;
  assert.deepEqual(sentences({ ...rows, queues: [queue("B", 30, { counters_open: 0 })] })[0], ["A009 等候超时，须补救", "去处理 A009"]);
  assert.deepEqual(sentences({ cases: { rows: [row("A012"), row("A009")] } } as unknown as Partial<ManagerView>), [["2 位客户须补救，最早是 A009", "看补救名单"]]);
});

test("one cause, one line; what is running low is less than what is down", () => {
  const alert = (id: string, kind: string, zh: string, detail = "缺纸") => ({ id, kind, text: both(zh), detail: both(detail), acknowledged_by: "" }) as AlertRow;
  const alerts = [alert("1", "printer_near_end", "东门将缺纸"), alert("2", "printer_down", "西门缺纸"), alert("3", "printer_down", "南门缺纸"), alert("4", "printer_down", "北门断线", "断线")];
  assert.deepEqual(causes(alerts).map((rows) => rows.length), [1, 2, 1]);
  assert.deepEqual(sentences({ alerts }).map(([what]) => what), ["西门缺纸；南门缺纸", "北门断线", "东门将缺纸"]);
});

test("a hall at work has a leader", () => {
  assert.deepEqual(sentences({ leader: "", counters: [counter("1", "serving", 5)] }), [["没有人带班，超时没有人收到提醒", "我带班"]]);
  assert.deepEqual(sentences({ leader: "", counters: [counter("1", "closed", 5)] }), []);
});

test("Q14: two absent leave a counter short, and a counter that should be open is named", () => {
  const late = { counter: "3", name: both("3 号窗口"), person: "赵敏", due: ago(1800) };
  assert.deepEqual(sentences({ roster: { gaps: [{ begins: "10:00", ends: "11:00", lacking: 1 }], late: [late], absent: ["李静", "王强"] } }), [
    ["10:00–11:00 缺 1 台席（李静、王强缺勤）", "看排班"],
    ["3 号窗口应在 10:00 开，还没有开（赵敏）", "看排班"],
  ]);
  const gaps = [{ begins: "10:00", ends: "10:30", lacking: 2 }, { begins: "14:00", ends: "15:00", lacking: 1 }];
  assert.deepEqual(sentences({ roster: { gaps, late: [], absent: [] } }), [["10:00–10:30 缺 2 台席，另有 1 段也缺", "看排班"]]);
});

test("a line at risk is told before the fact, with the counter that could help, and once", () => {
  const risk = { id: "line_at_risk/A", kind: "line_at_risk", text: both("“缴费”眼看要有客户等候超时"), detail: both(""), acknowledged_by: "" } as AlertRow;
  const [calm] = matters({ ...CALM, alerts: [risk], queues: [queue("A", 200)] }, NOW);
  assert.deepEqual([calm!.state, calm!.deed!.label], ["near", "我来处理"]);
  const [helped] = matters({ ...CALM, alerts: [risk], queues: [queue("A", 200, { helper: HELP })] }, NOW);
  assert.deepEqual(helped!.deed, { label: "6 号窗口改为一柜通", commands: [{ type: "change_profile", counter: "6", profile: "all" }, { type: "acknowledge_alert", alert: "line_at_risk/A" }] });
  const shut = { ...HELP, opens: true };
  assert.equal(matters({ ...CALM, alerts: [risk], queues: [queue("A", 200, { helper: shut })] }, NOW)[0]!.what, "“缴费”眼看要有客户等候超时；可请人到 6 号窗口开台");
  assert.deepEqual(sentences({ alerts: [risk], queues: [queue("A", 700)] }).length, 1); // the line's own matter says it
});
