// The manager's board: what five seconds of reading tell, what stands behind a figure, and what a manager can do.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { ago, lacks, NOW, open, Refused, says, walk, type Page } from "@web/testing/page.ts";
import type { AlertRow, CaseRow, ManagerCounter, ManagerQueue, ManagerService, ManagerTicket, ManagerView } from "@web/wire.ts";

const both = (zh: string, en = zh) => ({ zh, en });
const HOURS = { state: "open", opens: "08:30", closes: "16:30", reopens: "", name: both(""), next_day: null, next_opens: "" };
const service = (id: string, zh: string, more: Partial<ManagerService> = {}): ManagerService => ({
  id, name: both(zh, `${id} in English`), queue: id, letter: id.toUpperCase(), waiting: 0, longest_from: null, wait: { state: "soon", minutes: 0, low: 0, why: "", doubtful: false }, counters_open: 2, issued: 40, called: 30, within_goal: 29, enough: true,
  finished: 28, mean_handling_seconds: 245, no_shows: 1, walkouts: 1, suspended: null, ...more,
});
const queue = (id: string, zh: string, more: Partial<ManagerQueue> = {}): ManagerQueue =>
  ({ id, name: both(zh, `${id} in English`), letter: id.toUpperCase(), waiting: 0, longest_from: null, wait: { state: "soon", minutes: 0, low: 0, why: "", doubtful: false }, counters_open: 2, called: 30, within_goal: 29, enough: true, helper: null, lately: 0, p90_seconds: null, ...more });
const counter = (id: string, state: string, more: Partial<ManagerCounter> = {}): ManagerCounter =>
  ({ id, name: both(`${id} 号窗口`, `Counter ${id}`), state, since: ago(130), staff: "1207", profile: "general", profile_name: both("综合业务"), ticket: "", number: "", pause_reason: "", served: 9, calls: ["a"], can_call: 0, next: "", ...more });
const ticket = (number: string, seconds: number, more: Partial<ManagerTicket> = {}): ManagerTicket =>
  ({ id: `t-${number}`, number, service_name: both("交费", "Payment"), queue: "a", state: "waiting", clock_from: ago(seconds), priority: false, channel: "kiosk", reached: [], next_act: "", next_at: null, case: "", booked_for: null, ...more });
const kase = (number: string, state: string, more: Partial<CaseRow> = {}): CaseRow =>
  ({ ticket: `t-${number}`, number, service_name: both("交费"), state, due_at: ago(600), leader: "李敏", gift: "", settled_by: "", reason: "", ...more });
const alert = (id: string, kind: string, zh: string, more: Partial<AlertRow> = {}): AlertRow =>
  ({ id, kind, text: both(zh, `${id} alert`), detail: both(""), raised_at: ago(300), times: 1, acknowledged_by: "", ...more });
const VIEW: ManagerView = {
  peak: false, rain: false, roster: { gaps: [], late: [], absent: [] }, handovers: { open: 0, next_due: null, next_department: "" },
  hall: both("城东营业厅", "East hall"), day: "2024-07-10", hours: HOURS, goal_seconds: 600, goal_share: 0.9, threshold_seconds: 1200, idle_seconds: 120, calling_seconds: 180, pause_seconds: 900,
  queues: [queue("a", "交费", { waiting: 12, longest_from: ago(1300) }), queue("b", "过户", { counters_open: 0, waiting: 2, longest_from: ago(30), called: 0, enough: false, helper: { counter: "3", counter_name: both("3 号窗口", "Counter 3"), opens: true, profile: "all", profile_name: both("一柜通", "All") } })],
  services: [service("a", "交费", { waiting: 12, longest_from: ago(1300) }), service("b", "过户", { counters_open: 0, waiting: 2, longest_from: ago(30), called: 0, enough: false })],
  counters: [counter("1", "serving", { number: "A030" }), counter("2", "paused", { pause_reason: "就餐" }), counter("3", "closed", { staff: "" })],
  waiting: [ticket("A031", 1300, { case: "open", reached: ["explain", "remedy"] }), ticket("A032", 700, { priority: true, next_act: "remedy", next_at: new Date(NOW + 100_000).toISOString() }), ticket("A033", 500, { state: "form_filling" }), ticket("A029", 1500, { case: "given" })],
  waiting_total: 20, alerts: [alert("a1", "paper", "东门取号机缺纸", { times: 3, detail: both("请换纸") }), alert("a2", "guide_called", "取号机呼叫引导员", { acknowledged_by: "李敏" })],
  devices: [{ kind: "printer", name: both("东门打印机"), state: "ok", detail: both(""), since: ago(9) }, { kind: "board", name: both("大屏"), state: "down", detail: both("没有应答"), since: ago(9) }],
  profiles: [{ id: "general", name: both("综合业务") }, { id: "quick", name: both("快办") }],
  cases: { due: 4, settled: 2, open: 1, missed: 1, waived: 1, cost_fen: 3000, coverage: { part: 2, n: 4, enough: false }, rows: [kase("A031", "open"), kase("A010", "given", { gift: "umbrella", settled_by: "王芳" }), kase("A011", "missed", { reason: "TicketFinished" })] },
  tasks: [{ id: "k1", kind: "call_manager", ticket: "t-A031", number: "A031", roles: ["hall_manager", "counter"], raised_at: ago(65), detail: "", taken_by: "", repeat_seconds: 60, at: both("A031"), taken_by_name: "" }, { id: "k2", kind: "water", ticket: "", number: "A", roles: ["guide"], raised_at: ago(5), detail: "", taken_by: "1101", repeat_seconds: 60, at: both("A 区"), taken_by_name: "李敏" }],
  proposals: [], taken: [],
  three_do: { at_once: { part: 12, n: 30, enough: true }, in_standard: { part: 27, n: 28, enough: true }, satisfied: { part: 0, n: 0, enough: false }, finished: 28 }, within_peak: { part: 89, n: 100, enough: true }, within_day: { part: 95, n: 100, enough: true }, promised: { part: 49, n: 59, enough: true }, leader: "", leader_name: "",
  stock: [{ id: "umbrella", name: both("雨伞", "Umbrella"), unit_cost_fen: 1500, stock: 8, low: true, usable: true }, { id: "cup", name: both("水杯"), unit_cost_fen: 9000, stock: 3, low: false, usable: false }, { id: "pen", name: both("笔"), unit_cost_fen: 100, stock: 0, low: true, usable: false }],
};
const FORECAST = { date: "2024-07-10", opening: both("2024-07-10 预计来 312 人"), half_hours: [{ clock: "10:00", expected: 20, low: 14, high: 26, came: 18 }, { clock: "10:30", expected: 22, low: 16, high: 28, came: 4 }, { clock: "11:00", expected: 18, low: 12, high: 24, came: null }], expected: 312, low: 280, high: 345, came: 140, updated: 320, over: 1, kind: both("周三"), peak_day: false, usual: 300 };
const QUIET: Partial<ManagerView> = { queues: [queue("a", "交费")], services: [service("a", "交费")], leader: "1101", leader_name: "李敏", waiting: [], waiting_total: 0, alerts: [], devices: [], tasks: [], cases: { ...VIEW.cases, due: 0, settled: 0, open: 0, missed: 0, rows: [] }, stock: [], within_peak: { part: 0, n: 0, enough: false } };
const POINTS = [{ at: ago(3000), clock: "09:40", waited_seconds: 300, service: "a", number: "A001", ticket: "t-A001", remedied: false }, { at: ago(300), clock: "10:25", waited_seconds: 700, service: "a", number: "A002", ticket: "t-A002", remedied: true }];

walk("the manager's board", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  before(async () => {
    page = await open(() => import("./manager.tsx"), {
      url: "/manager/", kept: { "hallqueue.manager.token": "m" },
      answers: { "/api/reports/waits/series": { date: "2024-07-10", lines: [], services: { a: both("交费") }, points: [] }, "/api/reports/forecast/today": FORECAST, "/api/pairing": { waiting: [], roles: [], names: [] }, "/api/logout": {} },
    });
    await page.welcome();
  });

  test("a quiet hall is read at a glance", async () => {
    says(page, "main", "正在连接…");
    await page.view({ ...VIEW, ...QUIET });
    says(page, "body > div > main > header", "城东营业厅 现场看板", "等候 0", "最长 —", "超目标 0", "窗口 1 /3", "10:30");
    says(page, ".matters", "一切正常，现在没有要处理的事");
    says(page, ".today", "按最后一次告知的时间叫到 83 %（49/59）", "今天预计来 312 人（280–345）", "已来 140 人，照此全天约 320 人");
    says(page, "main", "没有告警", "尚无设备上报", "没有待办", "无人等候", "今天还没有叫号", "暂无 n=0", "李敏");
    await page.tap("English");
    says(page, "main", "East hall Manager's board", "All is well");
    await page.tap("中文");
  });

  test("what is worth doing stands under the first line with its effect, and one tap does it", async () => {
    const row = { step: "open" as const, counter: "3", counter_name: both("3 号窗口", "Counter 3"), profile: "all", profile_name: both("一柜通", "All"), people: 15, without: 5, after: 12, mean_wait: -170, newcomer: 0 };
    const resume = { ...row, step: "resume" as const, counter: "2", counter_name: both("2 号窗口", "Counter 2"), after: 7 };
    await page.view({ ...VIEW, ...QUIET, proposals: [row] });
    says(page, ".proposals", "建议现在做", "开 3 号窗口 · 一柜通", "20 分钟内办到的多 7 人，人均少等 3 分钟");
    lacks(page, ".matters", "一切正常");
    assert.deepEqual(await asks(() => page.tap("采纳")), [{ type: "take_proposal", step: "open", counter: "3", profile: "all" }]);
    const paused = counter("2", "paused", { pause_reason: "内部事务", since: ago(1000) });
    await page.view({ ...VIEW, ...QUIET, counters: [paused], waiting_total: 9, proposals: [resume, row], taken: [{ id: "x", of: row, at: ago(600), by: "王芳", in_time: 4, left: 0, judged: false, undone: false, undo_until: ago(500) }] });
    says(page, ".matters", "2 号窗口暂停 16 分钟", "20 分钟内办到的多 2 人");
    lacks(page, ".proposals", "恢复 2 号窗口");
    assert.deepEqual(await asks(() => page.tap("恢复 2 号窗口")), [{ type: "take_proposal", step: "resume", counter: "2", profile: "all" }]);
    await page.tap("采纳后的结果");
    says(page, "dialog", "王芳采纳", "预计 20 分钟内办到 12 人，不做则 5 人", "到现在办到 4 人");
    await page.tap("关闭");
  });

  test("desktop notices: off, then the new worst thing once, while somebody looks elsewhere", async () => {
    const shown: string[] = [];
    const browser = globalThis as unknown as { Notification: unknown; isSecureContext: boolean };
    await page.view({ ...VIEW, ...QUIET });
    browser.isSecureContext = false;
    await page.tap("桌面通知：关");
    says(page, ".toasts", "浏览器只在本机或 https 地址上允许桌面通知");
    browser.isSecureContext = true;
    browser.Notification = class {
      static permission = "granted";
      static requestPermission = async () => "granted";
      constructor(title: string) { shown.push(title); }
    };
    await page.tap("桌面通知：关");
    says(page, "header", "桌面通知：开");
    document.hasFocus = () => false;
    await page.view({ ...VIEW, ...QUIET, queues: [queue("b", "过户", { counters_open: 0, waiting: 2, longest_from: ago(30) })] });
    assert.deepEqual(shown, ["B 过户有 2 人等候，没有窗口办理"]);
    await page.tap("桌面通知：开");
    says(page, "header", "桌面通知：关");
  });

  test("a hall in trouble says what to do first", async () => {
    await page.view(VIEW);
    says(page, "main > header", "超目标 3", "最长 25:00");
    says(page, ".matters", "★ A031 等候超时，须补救 去处理 A031", "★ A 交费 12 人等候，最久 21:40", "■ B 过户有 2 人等候，没有窗口办理", "还有 3 件");
    says(page, ".services", "A 交费 ★ 须补救 12 等候 21:40 最长等候", "96.6 % n=30", "B 过户 ▲ 接近", "0 · 无窗口办理");
    says(page, ".counters", "1 号窗口 A030 ● 办理中 2 分钟 营业员 1207 · 综合业务", "2 号窗口 暂停 2 分钟 · 就餐", "3 号窗口 × 关闭");
    says(page, ".waiting", "共 20 人", "A031 交费 21:40 ★ 须补救 解释 补救", "A032 交费 优先 11:40 ■ 超目标 补救 还有 01:40", "A033 交费 填单中", "A029 交费 25:00 ■ 已补救", "另有 16 人");
    says(page, ".care", "须补救 4 / 已办 2 / 漏 1", "★ 待补救 1", "落实率 2 / 4 样本不足", "接近 89 % n=100", "达标 95 %", "来到就办 40 % n=30", "评价 n=0/28", "2 种偏低");
    says(page, ".needs", "A031 请经理到场处理 01:05 · 通知营业厅经理、营业员", "李敏 处理中", "东门取号机缺纸 （3 次）", "请换纸", "5 分钟前", "李敏 已确认", "■ 大屏 故障 · 没有应答 ● 东门打印机 正常");
  });

  test("all that is the matter, each with what to do; one tap does it", async () => {
    await page.tap("还有 3 件");
    says(page, "dialog", "B 过户有 2 人等候，没有窗口办理；可请人到 3 号窗口开台", "A032 还有 01:40 就要补救", "东门取号机缺纸 我来处理", "没有人带班，超时没有人收到提醒 我带班");
    assert.deepEqual(await asks(() => page.tap(/^我带班/, "dialog button")), [{ type: "lead_shift" }]);
    await page.done();
    says(page, ".toasts", "我带班：已完成");
    assert.deepEqual(await asks(() => page.tap(/^我来处理/, "dialog button")), [{ type: "acknowledge_alert", alert: "a1" }]);
    await page.refuse("没有这条告警", "No such alert");
    says(page, ".toasts", "没有这条告警");
    await page.tap("关闭", "dialog button");
    page.answers["/api/numbers"] = { tickets: [], services: [], printers: [] };
    await page.tap(/^去处理 A031/);
    says(page, "dialog", "今天没有 A031 这个号");
    await page.tap("关闭", "dialog button");
  });

  test("a suspended business, a closed hall and many lines", async () => {
    await page.view({ ...VIEW, hours: { ...HOURS, state: "closed" }, queues: Array.from({ length: 15 }, (_, n) => queue(`s${n}`, `业务${n}`, { waiting: 1, counters_open: 0 })), services: [service("a", "交费", { queue: "s0", suspended: both("系统升级") }), service("b", "开票", { queue: "s0" })] });
    says(page, "main > header", "已下班");
    says(page, ".services.crowded", "已暂停：交费", "无窗口办理");
    await page.tap("业务0", ".tile h3 button");
    says(page, "dialog", "交费 已暂停：系统升级", "开票", "04:05 · n=28");
    await page.tap("开票", "dialog button");
    says(page, "dialog", "暂停后不再取号");
    await page.tap("取消", "dialog button");
    await page.view({ ...VIEW, hours: { ...HOURS, state: "not_yet_open" } });
    says(page, "main > header", "08:30 开门");
  });

  test("faults of the system stand above all alerts", async () => {
    await page.beat({ faults: [{ text: both("磁盘快满了", "The disk is nearly full") }] });
    says(page, ".alerts", "系统故障 磁盘快满了");
    await page.beat();
    assert.deepEqual(await asks(() => page.tap("确认：东门取号机缺纸")), [{ type: "acknowledge_alert", alert: "a1" }]);
    await page.done();
    assert.deepEqual(await asks(() => page.tap("我来：A031 请经理到场处理")), [{ type: "take_task", task: "k1" }]);
    await page.done();
    assert.deepEqual(await asks(() => page.tap("撤下：A 区 请送水")), [{ type: "drop_task", task: "k2" }]);
    await page.refuse("已经办好了", "Done already");
    says(page, ".toasts", "已经办好了");
    assert.deepEqual(await asks(() => page.tap("我带班")), [{ type: "lead_shift" }]);
    await page.done();
    says(page, ".toasts", "现在由您带班");
    assert.deepEqual(await asks(() => page.tap("高峰疏导")), [{ type: "set_peak_mode", on: true }]);
    await page.done();
    await page.view({ ...VIEW, peak: true });
    assert.deepEqual(await asks(() => page.tap("高峰疏导中")), [{ type: "set_peak_mode", on: false }]);
    await page.done();
    assert.deepEqual(await asks(() => page.tap("雨天提醒")), [{ type: "set_rain_mode", on: true }]);
    await page.done();
    await page.view({ ...VIEW, rain: true });
    assert.deepEqual(await asks(() => page.tap("雨天提醒中")), [{ type: "set_rain_mode", on: false }]);
    await page.done();
    await page.view(VIEW);
  });

  test("a counter: what it did, another business for it, open and close", async () => {
    await page.tap("2 号窗口", ".counter");
    says(page, "dialog", "2 号窗口", "暂停 2 分钟 · 就餐", "当前号码 — · 营业员 1207 · 已办 9");
    await page.type("dialog select", "quick");
    assert.deepEqual(await asks(() => page.submit("dialog form")), [{ type: "change_profile", counter: "2", profile: "quick" }]);
    await page.done();
    says(page, ".toasts", "2 号窗口已改为“快办”，下一次叫号起生效");
    await page.tap("3 号窗口", ".counter");
    assert.deepEqual(await asks(() => page.tap("开放窗口")), [{ type: "open_counter", counter: "3", profile: "general" }]);
    await page.refuse("您没有开台的权限", "You may not");
    says(page, ".toasts", "您没有开台的权限");
    await page.tap("取消", "dialog button");
  });

  test("a business is suspended with a reason everybody reads, and restored", async () => {
    await page.tap("A 交费", ".tile h3 button");
    says(page, "dialog", "取号 40 · 办结 28 · 过号 1 · 中途离开 1", "暂停后不再取号，已取的号继续办理。");
    await page.tap("系统升级", "dialog button");
    await page.type("dialog input[type=time]", "15:00");
    assert.deepEqual(await asks(() => page.submit("dialog form")), [{ type: "suspend_service", service: "a", reason: { zh: "系统升级", en: "System upgrade" }, until: "15:00" }]);
    await page.done();
    says(page, ".toasts", "交费已暂停");
    await page.view({ ...VIEW, services: [service("a", "交费", { suspended: both("系统升级") })] });
    await page.tap("A 交费", ".tile h3 button");
    says(page, "dialog", "已暂停：系统升级");
    assert.deepEqual(await asks(() => page.tap("恢复办理")), [{ type: "restore_service", service: "a" }]);
    await page.done();
    await page.view(VIEW);
  });

  test("the day's calls are a chart in words, too; a figure opens the calls it was made of", async () => {
    page.answers["/api/reports/waits/series"] = { date: "2024-07-10", lines: [], services: { a: both("交费") }, points: POINTS };
    await page.passes(31);
    assert.ok(page.find(/今天每次叫号的等候/, "[role=img]").getAttribute("aria-label")!.includes("最近 10:25：平均 11.7 分钟，n=1"));
    await page.tap(/^全天/, ".care button");
    says(page, "dialog", "95 % n=100 · 95 / 100", "10 分钟内（含）叫到的，占全部叫号", "A002 交费 10:25 11:40", "A001 交费 09:40 05:00");
    await page.tap("关闭", "dialog button");
    await page.tap(/^办得最快/, ".care button");
    says(page, "dialog", "在标准时长内办结的", "经过", "报表");
    page.answers["/api/events"] = { events: [{ epoch: 1, seq: 1, at: ago(60), kind: "TicketCalled", actor: "person:1207", fields: { counter: "1", number: "A030", waited_seconds: 700, ticket: "t-A030" } }, { epoch: 1, seq: 2, at: ago(50), kind: "GiftGiven", actor: "system:ladder", fields: { gift: "umbrella", ticket: "t-A002" } }, { epoch: 1, seq: 3, at: ago(40), kind: "Invented", actor: "x", fields: {} }], people: { "1207": "王芳" }, called: { counters: [{ id: "1", name: both("1 号窗口") }], services: [], gifts: [{ id: "umbrella", name: both("雨伞") }] } };
    await page.tap("经过", "dialog button");
    says(page, "dialog.wide", "10:29:00 A030 1 号窗口叫 A030，已等 11:40 王芳", "A002", "雨伞", "系统", "Invented");
    await page.tap("关闭", "dialog:last-of-type button");
    await page.tap("关闭", "dialog button");
  });

  test("a number opens where it stands and what can be done; the region's office only reads its life", async () => {
    page.answers["/api/numbers"] = { tickets: [], services: [], printers: [] };
    await page.tap("查号");
    await page.tap("关闭", "dialog button");
    await page.tap("A031，看经过");
    assert.ok(page.asked.includes("/api/numbers?number=A031"));
    says(page, "dialog", "今天没有 A031 这个号");
    await page.tap("关闭", "dialog button");
    await page.welcome({ role: "region_office" });
    const nothing = { events: [], people: {}, called: { counters: [], services: [], gifts: [] } };
    for (const [answer, shown] of [[nothing, "没有记录"], [() => { throw new Refused("forbidden", "无权查看", "Not for you"); }, "无权查看"]] as const) {
      page.answers["/api/events"] = answer;
      await page.tap("A031，看经过");
      says(page, "dialog", "A031 的经过", shown);
      await page.tap("关闭", "dialog button");
    }
    delete page.answers["/api/events"];
    await page.tap("A031，看经过");
    says(page, "dialog", "暂时连接不上服务器");
    await page.tap("关闭", "dialog button");
    await page.welcome();
  });

  test("the remedy cases, and one that is not owed after all", async () => {
    await page.tap(/^须补救 4/, ".care button");
    says(page, "dialog", "落实率 2 / 4 样本不足 · 免办 1 · 今日费用 30.00 元", "A031 交费 待补救 10:20 李敏 — —", "A010 交费 已送礼品 10:20 李敏 雨伞 王芳", "A011 交费 漏 办结时未补救");
    await page.tap("办补救：A031");
    assert.ok(page.asked.includes("/api/numbers?number=A031"), "the number opens with what is owed");
    await page.tap("关闭", ".find-form button");
    await page.tap("免办：A031");
    await page.type("label:免办原因", "重复取号");
    const [command] = await asks(() => page.submit("dialog form"));
    assert.deepEqual(command, { type: "waive_case", ticket: "t-A031", reason: "重复取号" });
    await page.done();
    says(page, ".toasts", "A031 已免办");
    await page.tap("关闭", "dialog button");
  });

  test("the gifts are counted", async () => {
    await page.tap(/^礼品/, ".care button");
    says(page, "dialog", "雨伞 单价 15.00 元 8 件 ▲ 偏低", "水杯 单价 90.00 元 3 件 ■ 超出限额", "笔 单价 1.00 元 0 件 ■ 已无");
    await page.type('[aria-label="雨伞，清点件数"]', "20");
    assert.deepEqual(await asks(() => page.submit("dialog form")), [{ type: "set_stock", gift: "umbrella", pieces: 20 }]);
    await page.done();
    says(page, ".toasts", "雨伞已盘为 20 件");
    await page.tap("关闭", "dialog button");
  });

  test("the day ends with a reason and at the second tap only", async () => {
    await page.tap("结束营业日");
    says(page, "dialog", "还有 20 位在等候，2 个窗口开着。");
    await page.tap("停电", "dialog .presets button");
    assert.deepEqual(await asks(() => page.submit("dialog form")), []);
    assert.deepEqual(await asks(() => page.submit("dialog form")), [{ type: "close_day", reason: "停电" }]);
    await page.done();
    assert.ok(!document.querySelector("dialog"));
  });

  test("a wrong clock is settled by who answers for the hall, at the second tap only", async () => {
    await page.view({ ...VIEW, alerts: [alert("a3", "clock_back", "服务器时间倒退", { detail: both("服务器说 10:00") })] });
    await page.tap("采用服务器时间");
    says(page, "dialog", "营业厅现在的时间：2024-07-10 周三 10:", "服务器说 10:00", "今天已发的号码不会重复");
    assert.deepEqual(await asks(() => page.tap("采用服务器时间", "dialog button")), []);
    assert.deepEqual(await asks(() => page.tap("再点一次", "dialog button")), [{ type: "settle_clock" }]);
    await page.done();
    await page.view(VIEW);
  });

  test("the queue on paper is made of the last news", async () => {
    await page.tap("打印清单");
    says(page, ".paper-sheet", "城东营业厅 · 停机应急排队清单", "数据截至 2024-07-10 周三 10:", "A030 1 号窗口", "A032 优先 等候 交费", "A033 填单中", "另有 16 人没有列出");
    await page.tap("返回看板");
  });

  test("who only looks has no buttons that do something", async () => {
    await page.welcome({ role: "region_office" });
    await page.view(VIEW);
    lacks(page, "main", "我带班", "结束营业日", "撤下", "配对屏幕");
    await page.tap("退出");
    assert.equal(page.reloads, 1);
  });
});
