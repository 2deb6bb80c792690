// The clerk's console: what stands on it at each moment, what a key asks of the hall, and what it says in vain.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { ago, lacks, NOW, open, Refused, says, walk, type Page } from "@web/testing/page.ts";
import type { CounterView, RemedyBanner } from "@web/wire.ts";
import { CALLING, CATALOGUE, SERVING, TICKET, VIEW, both, can, named, row } from "./counter/sample_views.ts";

const TWELVE = Array.from({ length: 12 }, (_, at) => named(`s${at + 1}`, `业务 ${at + 1}`));
const GIFT = { id: "umbrella", name: both("雨伞", "Umbrella"), unit_cost_fen: 1500, stock: 8, low: false, usable: true };
const REMEDY: RemedyBanner = { state: "open", unsettled: true, script: both("让您久等了，非常抱歉。", "We are sorry for the wait."), script_version: 2, acknowledged: false, gifts: [GIFT, { ...GIFT, id: "cup", name: both("水杯", "Cup"), stock: 0, usable: false }], gift: "", settled_by: "" };

const STATES: [string, Partial<CounterView>, string[], string[]][] = [
  ["closed", { state: "closed", can: can("open_counter") }, ["窗口未开放 确认业务后按 Enter 开放窗口", "未开放", "开放窗口 Enter"], ["Counter closed"]],
  ["free, somebody waits", {}, ["请叫下一位 A038", "11:40", "超目标", "今日已办 7", "10:30", "工号 1207"], ["A038"]],
  ["free, nobody waits", { next: [], waiting: [] }, ["暂无等候客户 有客户取号后，这里会显示下一位"], []],
  ["paused", { state: "paused", pause_reason: "就餐", since: ago(125), can: can("resume_counter") }, ["暂停服务", "就餐 · 已暂停 02:05", "恢复服务 B"], ["02:05"]],
  ["calling", CALLING, ["叫号中 A037 交费", "等候 10:50 ■ 超目标", "已叫 00:20", "标准 05:00", "您好，让您久等了。", "叫号依据 等候最久", "应带材料 身份证", "未上屏", "待播报", "呼叫 1 次"], ["Longest wait", "ID card"]],
  ["seen and heard, called three times, and offered as a no-show", { ...CALLING, ticket: { ...TICKET, shown: true, spoken: "played", voice: "recorded", recalls: 2, no_show_offered: true } }, ["已上屏", "已播报", "呼叫 3 次", "多次呼叫未到，可按 N 过号"], []],
  ["the browser of the board is mute", { ...CALLING, ticket: { ...TICKET, spoken: "blocked" } }, ["声音未打开"], []],
  ["what to know of a customer", { ...CALLING, ticket: { ...TICKET, priority: true, priority_reason: "pregnant", language: "en", issued_as: both("过户", "Transfer"), explained: true, watered: true, past: [{ service: both("咨询"), counter: "1", outcome: "" }, { service: both("交费"), counter: "2", outcome: "" }] } }, ["优先 · 孕妇", "英语", "取号业务：过户", "已解释", "已送水", "本次已办 咨询 → 交费"], []],
  ["by appointment", { ...CALLING, ticket: { ...TICKET, booked_for: "2024-07-10T02:30:00Z" }, waiting: [row("A039", 0, { booked_for: "2024-07-10T03:30:00Z" })] }, ["约 10:30", "A039 约 11:30"], ["Booked 10:30"]],
  ["serving within the standard", SERVING, ["办理中 A037", "办理用时 02:00 ● 标准内", "请问您还办理其他业务吗？"], ["02:00"]],
  ["serving beyond it, after parking", { ...SERVING, ticket: { ...SERVING.ticket, started_at: ago(500), parked_seconds: 60 } }, ["07:20 ■ 超标准", "挂起 01:00"], []],
  ["back with a notice, or a pass", { ...CALLING, ticket: { ...TICKET, came_with: "missing", owed: [both("产权证", "Deed")] } }, ["再次来办 凭一次告知单，上次缺：产权证"], ["With a notice; last time missing：Deed"]],
  ["back with a pass", { ...CALLING, ticket: { ...TICKET, came_with: "pass" } }, ["凭二次优先卡：上次我们没办成"], []],
  ["cash is to be counted, and points are to be told", SERVING, ["请告知 逾期有违约金 已告知 K", "单据交待清楚，钱款当面点清"], ["count the money together"]],
  ["a remedy is due", { ...CALLING, ticket: { ...TICKET, waited_seconds: 1300, remedy: REMEDY } }, ["★ 须补救 A037", "“让您久等了，非常抱歉。” 请先说致歉语，再按“已致歉”", "已致歉 G"], ["We are sorry for the wait."]],
  ["the apology was made", { ...CALLING, ticket: { ...TICKET, remedy: { ...REMEDY, acknowledged: true } } }, ["雨伞 15.00 元 · 剩 8", "水杯 15.00 元 · 没有库存", "婉拒"], ["Umbrella 15.00 yuan · 8 left"]],
  ["others in the hall are owed something", { tasks: [{ id: "k1", kind: "remedy", ticket: "t9", number: "A009", roles: ["counter"], raised_at: ago(90), detail: "", taken_by: "1208", repeat_seconds: 60, at: both("A009"), taken_by_name: "赵" }] }, ["★ 还有 1 位须补救", "A009 已接手"], []],
  ["what can still be taken back", { undo: { ticket: "t8", number: "A036", what: "no_show", until: new Date(NOW + 90_000).toISOString() } }, ["撤销过号 A036 U"], []],
];

walk("the clerk's console", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  before(async () => {
    page = await open(() => import("./counter.tsx"), { url: "/counter/?counter=3", width: 1366, height: 768, kept: { "hallqueue.counter.3.token": "c" }, answers: { "/api/logout": {}, "/api/me/pin": { has_pin: false }, "/api/catalogue": CATALOGUE } });
  });

  test("says that it reads", async () => {
    await page.welcome({ id: "person:1207", name: "王芳", role: "clerk" });
    says(page, "main", "正在读取窗口数据…");
  });

  for (const [name, change, zh, en] of STATES)
    test(name, async () => {
      await page.view({ ...VIEW, since: ago(60), ...change });
      says(page, "body", ...zh);
      await page.tap("English");
      says(page, "body", "Counter 3", ...en);
      await page.tap("中文");
    });

  test("the lists say who comes next, who waits too long, who is parked and who was missed", async () => {
    await page.view(VIEW);
    says(page, ".panel.next-three", "A038 交费 ■ 超目标 11:40", "A039 优");
    says(page, ".panel.queues", "A 交费 2 人", "B 过户 无人等候 —");
    says(page, ".panel.parked", "挂起 2", "A020 不持件 唤醒", "A021 持件 5 号窗口");
    says(page, ".panel.missed", "A030 交费 恢复", "A012 交费 已失效");
    assert.deepEqual(await asks(() => page.tap("唤醒 A020")), [{ type: "resume_ticket", ticket: "t-A020", counter: "3" }]);
    await page.done();
    assert.deepEqual(await asks(() => page.tap("恢复 A030")), [{ type: "requeue_ticket", ticket: "t-A030" }]);
    await page.done();
    await page.view({ ...VIEW, waiting: [], missed: [], parked: [] });
    says(page, ".panel.missed", "无");
  });

  for (const [key, code, state, wanted] of [
    [" ", "Space", {}, { type: "call_next", counter: "3" }],
    ["Enter", "Enter", { state: "closed", can: can("open_counter") }, { type: "open_counter", counter: "3", profile: "general" }],
    ["Enter", "Enter", CALLING, { type: "start_service", counter: "3", ticket: "t1" }],
    ["r", "KeyR", CALLING, { type: "recall", counter: "3", ticket: "t1" }],
    ["n", "KeyN", CALLING, { type: "mark_no_show", counter: "3", ticket: "t1" }],
    ["w", "KeyW", CALLING, { type: "return_to_queue", counter: "3", ticket: "t1" }],
    ["f", "KeyF", SERVING, { type: "finish_ticket", counter: "3", ticket: "t1" }],
    ["b", "KeyB", { state: "paused", can: can("resume_counter") }, { type: "resume_counter", counter: "3" }],
    ["u", "KeyU", { undo: { ticket: "t8", number: "A036", what: "finish", until: new Date(NOW + 90_000).toISOString() }, can: can("undo_last") }, { type: "undo_last", counter: "3", ticket: "t8" }],
  ] as [string, string, Partial<CounterView>, object][])
    test(`the key ${code} while ${state.state ?? "free"}`, async () => {
      await page.view({ ...VIEW, ...state });
      assert.deepEqual(await asks(() => page.key(key, code, document.body)), [wanted]);
      await page.done();
    });

  test("a key that can do nothing says what would help; the word goes by itself", async () => {
    await page.view({ ...VIEW, ...SERVING, can: { ...SERVING.can, recall: "when_serving" } });
    assert.deepEqual(await asks(() => page.key("r", "KeyR", document.body)), []);
    says(page, ".hint", "正在办理 A037：先按 F 办结，或转移、挂起");
    await page.passes(7);
    lacks(page, ".hint", "正在办理");
  });

  test("Q finds a number; the keys of the counter rest meanwhile", async () => {
    page.answers["/api/numbers"] = { tickets: [], services: [], printers: [] };
    await page.key("q", "KeyQ", document.body);
    says(page, "dialog", "查号");
    assert.deepEqual(await asks(() => page.key(" ", "Space", document.body)), []);
    await page.tap("关闭", "dialog button");
    await page.tap(/^查号/);
    await page.tap("关闭", "dialog button");
  });

  test("the business of whoever is here opens in one tap, with its terms beside; L looks up any other", async () => {
    await page.view({ ...VIEW, ...CALLING });
    says(page, ".facts", "应带材料 身份证", "费用时限 当场办结");
    await page.tap("交费的办事指南");
    says(page, "dialog", "交费", "本人办理要带 户号", "办结时限 当场办结");
    assert.deepEqual(await asks(() => page.key(" ", "Space", document.body)), []);
    await page.tap("关闭", "dialog button");
    await page.view(VIEW);
    await page.key("l", "KeyL", document.body);
    await page.type("[type=search]", "5元");
    says(page, ".business-hits", "过户 手续费 5 元/户");
    await page.submit("dialog form");
    says(page, "dialog", "过户申请表 打印");
    await page.tap("关闭", "dialog button");
  });

  test("space while serving finishes and calls; a refused finish calls nobody", async () => {
    await page.view({ ...VIEW, ...SERVING });
    assert.deepEqual(await asks(() => page.key(" ", "Space", document.body)), [{ type: "finish_ticket", counter: "3", ticket: "t1" }]);
    await page.refuse("补救还没处理", "The remedy is open");
    assert.deepEqual(page.takes(), []);
    says(page, ".toasts", "补救还没处理");
    await page.key(" ", "Space", document.body);
    await page.done();
    assert.deepEqual(page.takes(), [{ type: "call_next", counter: "3" }]);
    await page.done();
  });

  for (const [name, key, state, digits, wanted] of [
    ["transfer", "KeyT", SERVING, ["1", "2"], { type: "transfer_ticket", counter: "3", ticket: "t1", to_queue: "B", position: "keep_arrival" }],
    ["park", "KeyP", SERVING, ["2"], { type: "park_ticket", counter: "3", ticket: "t1", kind: "documents_held" }],
    ["add", "NumpadAdd", SERVING, ["2"], { type: "add_service", counter: "3", ticket: "t1", service: "move", here: true }],
    ["walk", "KeyD", {}, ["1"], { type: "walk_direct", counter: "3", service: "pay" }],
    ["pause", "KeyB", {}, ["1"], { type: "pause_counter", counter: "3", reason: "就餐" }],
    ["close", "KeyC", {}, [], { type: "close_counter", counter: "3" }],
    ["resume the only one", "KeyH", {}, [], { type: "resume_ticket", counter: "3", ticket: "t-A020" }],
    ["restore the only one that still can be", "KeyM", SERVING, [], { type: "requeue_ticket", ticket: "t-A030" }],
    ["the tenth business", "KeyD", { all_services: TWELVE }, ["0"], { type: "walk_direct", counter: "3", service: "s10" }],
    ["the twelfth business", "KeyD", { all_services: TWELVE }, ["B"], { type: "walk_direct", counter: "3", service: "s12" }],
    ["specific", "KeyS", {}, ["2", "3"], { type: "call_specific", counter: "3", ticket: "t-A039", reason: "补件返回" }],
  ] as [string, string, Partial<CounterView>, string[], object][])
    test(`${name}: answered with digits and Enter`, async () => {
      await page.view({ ...VIEW, ...state });
      await page.key("x", key, document.body);
      says(page, "dialog", "数字（或字母）键选择");
      for (const digit of digits) await page.key(digit, /\d/.test(digit) ? `Digit${digit}` : `Key${digit}`, document.querySelector("dialog form input:not([type=text])")!.closest("form")!.querySelector(":focus") ?? document.activeElement!);
      assert.deepEqual(await asks(() => page.submit("dialog form")), [wanted]);
      await page.done();
      assert.ok(!document.querySelector("dialog"));
    });

  test("a pause that leaves people waiting too long says so before it", async () => {
    await page.view(VIEW);
    await page.key("b", "KeyB", document.body);
    says(page, "dialog", "还有 1 位等候超过目标，最久 11:");
    await page.tap("取消");
    await page.view({ ...VIEW, waiting: [row("A039", 100)] });
    await page.key("b", "KeyB", document.body);
    lacks(page, "dialog", "超过目标");
    await page.tap("取消");
  });

  test("nobody to wake, nobody to restore: the key says so", async () => {
    await page.view({ ...VIEW, parked: [], missed: [] });
    assert.deepEqual(await asks(() => page.key("h", "KeyH", document.body)), []);
    says(page, ".hint", "没有本窗口可以唤醒的挂起客户");
    await page.key("m", "KeyM", document.body);
    says(page, ".hint", "没有还能恢复的过号");
  });

  test("a word about one customer is not said beside the next", async () => {
    await page.view({ ...VIEW, ...CALLING });
    await page.key("r", "KeyR", document.body);
    await page.refuse("A037 已重呼 3 次，请作过号处理", "Recalled 3 times");
    says(page, ".toasts", "A037 已重呼 3 次");
    await page.view({ ...VIEW, ...CALLING, ticket: { ...TICKET, id: "t2", number: "A038" } });
    lacks(page, ".toasts", "A037");
  });

  test("calling by itself: off; once on, whoever comes to an idle counter is called, once; a pause ends it", async () => {
    const NOBODY = { ...VIEW, next: [], waiting: [] };
    await page.view(NOBODY);
    says(page, ".deck", "自动叫下一位 关 Z");
    assert.deepEqual(await asks(() => page.view(VIEW)), []);
    assert.deepEqual(await asks(() => page.key("z", "KeyZ", document.body)), [{ type: "call_next", counter: "3" }]); // switched on is pressed once
    await page.done();
    assert.equal(document.querySelector(".key.auto")!.getAttribute("aria-pressed"), "true");
    assert.deepEqual(await asks(() => page.view({ ...VIEW, served: 8 })), []); // no call follows a call by itself
    await page.view(NOBODY);
    says(page, "main", "自动叫下一位已开：有客户取号就叫，按 Z 关闭");
    assert.deepEqual(await asks(() => page.view(VIEW)), [{ type: "call_next", counter: "3" }]);
    assert.deepEqual(await asks(() => page.view({ ...VIEW, served: 9 })), []);
    await page.done();
    says(page, ".toasts", "已自动叫 A038；不叫请按 W 退回等候");
    await page.view({ ...VIEW, state: "paused", can: can("resume_counter") });
    says(page, ".deck", "自动叫下一位 关");
    await page.view(NOBODY);
    assert.deepEqual(await asks(() => page.view(VIEW)), []);
    assert.equal(sessionStorage.getItem("hallqueue.counter.3.auto"), null);
  });

  test("calling by itself, switched on with a customer or before the hall lets one call, says when it will", async () => {
    await page.view({ ...VIEW, ...SERVING });
    assert.deepEqual(await asks(() => page.key("z", "KeyZ", document.body)), []);
    says(page, ".toasts", "自动叫号已开：办完这位、没人等候之后，有人来就自动叫");
    await page.key("z", "KeyZ", document.body);
    await page.view({ ...VIEW, can: can("pause_counter") });
    assert.deepEqual(await asks(() => page.key("z", "KeyZ", document.body)), []);
    says(page, ".toasts", "现在不能叫下一位");
    await page.key("z", "KeyZ", document.body);
  });

  test("whose turn it is anyway is called by number at once; anybody else takes a reason", async () => {
    await page.view(VIEW);
    const first = { type: "call_specific", counter: "3", ticket: "t-A038", reason: "" };
    await page.key("s", "KeyS", document.body);
    assert.deepEqual(await asks(() => page.key("1", "Digit1", document.querySelector("dialog form input")!)), []);
    lacks(page, "dialog", "原因");
    assert.deepEqual(await asks(() => page.submit("dialog form")), [first]);
    await page.done();
  });

  test("the gift: the apology first, then which; finishing without it is asked once", async () => {
    await page.view({ ...VIEW, ...CALLING, ticket: { ...TICKET, remedy: REMEDY }, can: can("give_gift", "finish_ticket") });
    assert.deepEqual(await asks(() => page.key("g", "KeyG", document.body)), [{ type: "offer_remedy", ticket: "t1", where: "3" }]);
    await page.done();
    says(page, "dialog", "A037 补救礼品", "让您久等了，非常抱歉。", "雨伞", "客户婉拒");
    await page.key("1", "Digit1");
    assert.deepEqual(await asks(() => page.submit("dialog form")), [{ type: "give_gift", ticket: "t1", gift: "umbrella", where: "3" }]);
    await page.done();
    await page.key("f", "KeyF", document.body);
    says(page, "dialog", "补救未处理，将记为漏。", "仍然办结");
    await page.tap("取消");
  });

  test("another business for the counter is the leader's to choose", async () => {
    lacks(page, ".deck", "换业务");
    await page.welcome({ id: "person:1301", name: "李强", role: "team_leader" });
    await page.view({ ...VIEW, can: can("change_profile", "close_counter") });
    await page.tap("换业务");
    says(page, "dialog", "本窗口办理", "综合业务", "快办");
    await page.key("2", "Digit2");
    assert.deepEqual(await asks(() => page.submit("dialog form")), [{ type: "change_profile", counter: "3", profile: "quick" }]);
    await page.done();
    says(page, "header", "由工号 1207 开台");
  });

  test("untouched for five minutes it locks, shows nothing of the hall, and opens by the password alone", async () => {
    await page.view(VIEW);
    await page.passes(302);
    says(page, "main", "已锁定", "李强 工号 1301", "长时间未操作。请输入密码继续。");
    lacks(page, "body", "A038");
    page.answers["/api/login"] = () => {
      throw new Refused("wrong_password", "密码不对", "Wrong password");
    };
    await page.type("input[type=password]", "nope");
    await page.submit();
    says(page, "[role=alert]", "密码不对");
    page.answers["/api/login"] = { token: "proof" };
    await page.submit();
    says(page, "body", "A038");
    assert.deepEqual(page.sent["/api/login"], { login: "1301", password: "nope", place: "3" });
  });

  test("whoever leaves closes the counter first", async () => {
    assert.deepEqual(await asks(() => page.tap("退出")), [{ type: "close_counter", counter: "3" }]);
    await page.done();
    assert.equal(page.reloads, 1);
    assert.equal(localStorage.getItem("hallqueue.counter.3.token"), null);
  });
});
