// Finding a number: where it stands, what is asked first, and what is asked of the hall.
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact";
import { now } from "../time/clock.ts";
import { speak } from "../language/i18n.ts";
import { Toast } from "../drawing/parts.tsx";
import { ago, lacks, NOW, open, Refused, says, walk, type Page } from "../testing/page.ts";
import type { CanDo, Command, NumbersFound, Standing } from "../wire.ts";
import { command, deeds, owes, qrOf, question, takenOn, whyNotBack } from "./find.ts";
import { FindNumber } from "./find.tsx";

const both = (zh: string, en = zh) => ({ zh, en });
const DEEDS = ["reprint_slip", "call_specific", "requeue_ticket", "resume_ticket", "change_service", "mark_walkout", "cancel_ticket", "offer_remedy", "give_gift", "decline_gift"] as const;
const can = (...these: string[]): CanDo[] => DEEDS.map((one) => ({ command: one, why_not: these.includes(one) ? null : both(`不能${one}`) }));
const ONE: Standing = {
  id: "t1", number: "A017", service: "pay", service_name: both("缴费", "Bills"), issued_as: null, queue_name: both("缴费"), zone_name: both("东区", "East"), state: "waiting", since: ago(600), issued_at: ago(600),
  clock_from: ago(600), waited_seconds: 600, priority: true, channel: "kiosk", ahead: 3, wait: { state: "minutes", minutes: 8, low: 0, why: "", doubtful: false }, only_counter: null, call: null,
  slip: { state: "unknown", at: ago(590), printer: "k1", printer_name: both("东门取号机"), reprints: 1 }, remedy: null, booked_for: null, owner: "李", segment: both(""), steps: [], came_with: "", owed: [], notice: null, explained: false, can: can("reprint_slip", "call_specific", "change_service", "mark_walkout", "cancel_ticket"),
};
const MISSED: Standing = { ...ONE, state: "no_show", can: can(), call: { at: ago(120), counter_name: both("3 号窗口"), staff: "王芳", recalls: 2, reason: both("等候最久") } };
const NUMBERS: NumbersFound = {
  tickets: [{ standing: ONE, page: "http://hall/ticket/#tok" }], services: [{ id: "pay", name: both("缴费") }, { id: "move", name: both("过户") }],
  printers: [{ id: "k1", name: both("东门取号机"), down: true }, { id: "k2", name: both("引导台"), down: false }],
  paper: null,
};
const REMEDY = { state: "open", unsettled: true, script: both("让您久等了"), script_version: 1, acknowledged: false, gifts: [{ id: "tissue", name: both("纸巾"), unit_cost_fen: 150, stock: 3, low: false, usable: true }], gift: "", settled_by: "" };
const OWED: Standing = { ...ONE, remedy: REMEDY, can: can("offer_remedy", "give_gift", "decline_gift", "cancel_ticket") };
const alone: NumbersFound = { ...NUMBERS, printers: [NUMBERS.printers[0]!] };

test("a call needs a counter, paper a printer, and nothing is offered that the hall would refuse", () => {
  assert.deepEqual(deeds(ONE, NUMBERS, { counter: "" }), ["reprint_slip", "change_service", "mark_walkout", "cancel_ticket"]);
  assert.deepEqual(deeds(ONE, { ...NUMBERS, printers: [] }, { counter: "3" }), ["call_specific", "change_service", "mark_walkout", "cancel_ticket"]);
  assert.deepEqual(deeds(MISSED, NUMBERS, { counter: "3" }), []);
});

test("only a missed number is told why it cannot come back", () => {
  assert.equal(whyNotBack(MISSED), "不能requeue_ticket");
  assert.equal(whyNotBack(ONE), "");
});

test("one printer is not asked for; the business it has is not offered", () => {
  assert.equal(question("reprint_slip", ONE, alone, { counter: "" }), null);
  assert.deepEqual(question("change_service", ONE, NUMBERS, { counter: "" })?.choices.map((c) => c.id), ["move"]);
  assert.deepEqual(command("reprint_slip", "t1", "", alone, { counter: "" }), { type: "reprint_slip", ticket: "t1", printer: "k1" });
});

test("whoever is next at this counter is called without a reason, any other with one", () => {
  const at3 = { counter: "3", next: "t1" };
  assert.equal(question("call_specific", ONE, NUMBERS, at3), null);
  assert.deepEqual(command("call_specific", "t1", "", NUMBERS, at3), { type: "call_specific", ticket: "t1", counter: "3", reason: "" });
  assert.equal(question("call_specific", { ...ONE, id: "t2" }, NUMBERS, at3)?.choices.length, 3);
});

test("a remedy: the words first, then the gift; nothing to whoever may not, nothing where it is settled", () => {
  assert.equal(owes(ONE), null);
  assert.equal(owes(OWED), "say");
  assert.equal(owes({ ...OWED, remedy: { ...REMEDY, acknowledged: true } }), "give");
  assert.equal(owes({ ...OWED, can: [] }), null);
  assert.equal(owes({ ...OWED, remedy: { ...REMEDY, unsettled: false } }), null);
  assert.deepEqual(deeds(OWED, NUMBERS, { counter: "" }), ["cancel_ticket"]);
});

test("on what it was taken is said where it has a word", () => {
  assert.deepEqual([takenOn(ONE), takenOn({ ...ONE, channel: "guide_tablet" }), takenOn({ ...ONE, channel: "demo" })], ["取号机", "引导员代取", ""]);
});

test("a reason is written down in Chinese", () => {
  speak("en");
  assert.deepEqual(command("call_specific", "t1", "why_special", NUMBERS, { counter: "3" }), { type: "call_specific", ticket: "t1", counter: "3", reason: "特殊情况" });
  speak("zh");
});

test("the code leads to the customer's own page", () => {
  assert.equal(qrOf("http://hall/ticket/#tok"), "/api/qr/tok.svg");
  assert.equal(qrOf(""), "");
});

walk("find a number", () => {
  const asked: Command[] = [];
  let says_no = false;
  let shut = 0;
  const shown = (number: string, answers: object): Promise<Page> =>
    open(async () => {
      speak("zh");
      now.value = NOW;
      const ask = async (what: Command) => (asked.push(what), says_no ? null : {});
      render(<><FindNumber token="g" number={number} counter="3" ask={ask} onClose={() => shut++} /><Toast /></>, document.getElementById("app")!);
    }, { answers: { "/api/numbers": NUMBERS, ...answers } });

  test("typed, it says all that a customer may ask", async () => {
    const page = await shown("", {});
    assert.deepEqual(page.asked, []);
    await page.type("label:号码", " a17 ");
    await page.submit();
    assert.deepEqual(page.asked, ["/api/numbers?number=+a17+"]);
    says(page, "dialog", "A017 等候 优先", "缴费 · 东区", "10:20 取号 (取号机) · 已等 10:00 · 前面 3 位 · 约 8 分钟", "小票不知是否打出", "东门取号机，10:20", "补打 1 次");
    lacks(page, "dialog", "恢复排队");
  });

  test("who is back, what was missing, what is prepared, and what was taken home stand on its page (B09, Q23, E11)", async () => {
    const steps = [{ name: both("身份证复印"), done: true }, { name: both("表单"), done: false }];
    const back: Standing = { ...ONE, came_with: "missing", owed: [both("产权证")], steps, segment: both("企业") };
    let page = await shown("A017", { "/api/numbers": { ...NUMBERS, tickets: [{ standing: back, page: "" }] } });
    says(page, "dialog", "补件返回 已预受理 1 优先 企业", "首问 李", "上次缺：产权证", "✓ 身份证复印（已办） · ○ 表单（未办）");
    lacks(page, "dialog", "告知单");
    const notice = { hall: both("厅"), phone: "", kind: "pass", state: "good", service: both("缴费"), missing: [], reason: both("停电"), last_day: "2024-07-12", code: "K7M49QTXPA", days: [] };
    page = await shown("A017", { "/api/numbers": { ...NUMBERS, tickets: [{ standing: { ...ONE, state: "cancelled", notice, can: can("reprint_slip") }, page: "" }] } });
    await page.tap("二次优先卡");
    says(page, ".take-home", "K7M4 9QT XPA", "原因：停电", "有效至 7月12日");
  });

  test("a reprint is two taps from there: the slip, and where", async () => {
    const page = await shown("A017", {});
    await page.tap("补打小票");
    says(page, "fieldset", "在哪台打印机打？", "东门取号机 · 故障", "引导台");
    await page.tap("引导台");
    assert.deepEqual(asked.pop(), { type: "reprint_slip", ticket: "t1", printer: "k2" });
    says(page, ".toasts", "A017：补打小票，已完成");
    assert.equal(page.asked.length, 2);
  });

  test("a paper's code finds it on a later day, and a printer is one tap from there (B09)", async () => {
    const paper = { code: "K7M49QTXPA", kind: "missing", called: "A017", service: both("过户"), why_not: null };
    const of = { ...NUMBERS, tickets: [], paper };
    const page = await shown("K7M4 9QT XPA", { "/api/numbers": of });
    says(page, "dialog", "A017 一次告知单", "过户 · K7M4 9QT XPA", "在东门取号机补打 · 故障", "在引导台补打");
    lacks(page, "dialog", "今天没有");
    await page.tap("在引导台补打");
    assert.deepEqual(asked.pop(), { type: "print_paper", code: "K7M49QTXPA", printer: "k2" });
    says(page, ".toasts", "A017：正在补打");
    page.answers["/api/numbers"] = { ...of, paper: { ...paper, kind: "pass", why_not: both("告知单已过期") } };
    await page.passes(3);
    says(page, "dialog", "二次优先卡", "告知单已过期");
    lacks(page, "dialog", "在引导台补打");
    page.answers["/api/numbers"] = { ...of, printers: [], paper: { ...paper, kind: "appointment" } };
    await page.passes(3);
    says(page, "dialog", "预约单", "本厅没有打印机");
  });

  test("what ends a visit is asked once; back is back; a refusal says no success", async () => {
    const page = await shown("A017", {});
    await page.tap("作废");
    says(page, "fieldset", "作废 A017？之后不再叫号");
    await page.tap("返回");
    says_no = true;
    await page.tap("登记离开");
    await page.tap("确定");
    says_no = false;
    assert.deepEqual(asked.pop(), { type: "mark_walkout", ticket: "t1" });
    lacks(page, "body", "登记离开，已完成");
  });

  test("what is owed is settled where the number was found: the words, then the gift", async () => {
    const page = await shown("A017", { "/api/numbers": { ...NUMBERS, tickets: [{ standing: OWED, page: "" }] } });
    says(page, "dialog", "★ 须补救", "让您久等了");
    page.answers["/api/numbers"] = { ...NUMBERS, tickets: [{ standing: { ...OWED, remedy: { ...REMEDY, acknowledged: true } }, page: "" }] };
    await page.tap("已致歉");
    assert.deepEqual(asked.pop(), { type: "offer_remedy", ticket: "t1" });
    says(page, "dialog", "纸巾", "婉拒");
    page.answers["/api/numbers"] = { ...NUMBERS, tickets: [{ standing: { ...OWED, remedy: { ...REMEDY, unsettled: false } }, page: "" }] };
    await page.tap("纸巾 1.50 元 · 剩 3");
    assert.deepEqual(asked.pop(), { type: "give_gift", ticket: "t1", gift: "tissue" });
    lacks(page, "dialog", "须补救");
  });

  test("was I called? by whom, when, how often; its life and its code", async () => {
    const page = await shown("17", {
      "/api/numbers": { ...NUMBERS, tickets: [{ standing: { ...MISSED, issued_as: both("过户") }, page: "http://hall/ticket/#tok" }] },
      "/api/numbers/t1/life": { events: [{ epoch: 1, seq: 1, at: ago(60), kind: "TicketNoShow", actor: "person:1207", fields: { counter: "3", ticket: "t1" } }], people: { "1207": "王芳" }, called: { counters: [{ id: "3", name: both("贵宾室") }], services: [], gifts: [] } },
    });
    lacks(page, "dialog", "须补救");
    says(page, "dialog", "A017 过号 10:20 起", "取号时为过户", "10:28 叫到 3 号窗口 · 王芳 · 重呼 2 次 · 等候最久", "不能requeue_ticket");
    await page.tap("经过");
    says(page, "dialog", "过号，贵宾室");
    await page.tap("二维码");
    assert.ok(document.querySelector('img[src="/api/qr/tok.svg"]'));
    says(page, "dialog", "客户手机扫这个码");
  });

  test("what happens meanwhile is shown by itself; without a line what was known stays", async () => {
    const page = await shown("A017", {});
    page.answers["/api/numbers"] = { ...NUMBERS, tickets: [{ standing: MISSED, page: "" }] };
    await page.passes(3);
    says(page, "dialog", "A017 过号");
    delete page.answers["/api/numbers"];
    await page.passes(3);
    says(page, "dialog", "A017 过号");
    lacks(page, "dialog", "暂时连接不上");
  });

  test("nobody of that number; no number; no server; and the way out", async () => {
    const page = await shown("a99", { "/api/numbers": { ...NUMBERS, tickets: [] } });
    says(page, "dialog", "今天没有 A99 这个号");
    page.answers["/api/numbers"] = () => { throw new Refused("not_a_number", "请输入号码，例如 A17", "Type a number."); };
    await page.submit();
    says(page, "[role=alert]", "请输入号码，例如 A17");
    delete page.answers["/api/numbers"];
    await page.submit();
    says(page, "[role=alert]", "暂时连接不上服务器");
    await page.tap("关闭");
    assert.equal(shut, 1);
  });
});
