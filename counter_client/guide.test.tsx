// The guide's tablet: who waits and needs somebody, what to say and do, and what is not sent yet.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { sampleBusiness } from "@web/catalogue/sample_business.ts";
import { ago, lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import { both, NOTICE, REMEDY, row, ROWS, task, TICKET, VIEW } from "./guide/sample_view.ts";

const CATALOGUE = {
  hall: both("城东营业厅", "East hall"),
  businesses: [
    sampleBusiness("pay", both("交费", "Payment"), { materials: [both("户号", "Customer number")] }, { limit: both("当场办结", "At once") }),
    sampleBusiness("move", both("过户", "Transfer"), { fee: both("手续费 5 元/户", "5 yuan") }, { forms: [{ name: both("过户申请表", "Transfer form"), file: "", document: "", place: both("") }] }),
  ],
};

walk("the guide's tablet", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  before(async () => {
    page = await open(() => import("./guide.tsx"), { url: "/guide/", width: 1024, height: 768, kept: { "hallqueue.guide.token": "g" }, answers: { "/api/logout": {}, "/api/catalogue": CATALOGUE } });
    await page.welcome({ role: "guide" });
  });

  test("who waits, the longest first, with what was done and what comes next", async () => {
    says(page, "main", "正在读取大厅数据…");
    await page.view(VIEW);
    says(page, "header", "引导 城东营业厅", "无人带班", "点一下打开提示音", "10:30", "李敏");
    says(page, ".rows", "A031 交费 21:40 ★ 须补救", "A032 交费 11:40 ■ 超目标 约 8 分钟后叫到 还有 4 分钟 · 须补救 优先", "A033 交费 08:20 ▲ 接近 填单中 已解释 已送水 已补救", "A034 交费 00:10 ● 正常 约 8 分钟后叫到 还有 30 秒 · 该解释");
    says(page, "main", "全部 6", "可自助 0", "可预受理 0", "未解释 2", "须补救 1", "老年等优先 1", "A 区 6 人", "另有 2 位，等得较短");
    lacks(page, ".zones", "B 区");
    await page.tap("English");
    says(page, ".rows", "A032 Payment 11:40 ■ Over goal");
    await page.tap("中文");
  });

  test("who comes by appointment is marked, and has not waited before its time", async () => {
    await page.view({ ...VIEW, rows: [row("C003", -360, { booked_for: ago(-360) })] });
    says(page, ".rows", "C003", "00:00", "约 ");
    await page.view(VIEW);
  });

  test("numbers from home stand below, with the code at the door; whoever comes is confirmed by one tap (Q42)", async () => {
    lacks(page, "main", "未到店");
    await page.view({ ...VIEW, door_code: "4821", away: [{ id: "t-A040", number: "A040", service_name: { zh: "交费", en: "Payment" }, until: "2024-07-10T02:45:00Z" }] });
    says(page, ".away", "远程号，还没到店 1 位 到店码 4821", "A040 交费 未到店 保留到 10:45");
    assert.deepEqual(await asks(() => page.tap("A040 已到店")), [{ type: "confirm_arrival", ticket: "t-A040" }]);
    await page.done();
    await page.view(VIEW);
  });

  test("a filter shows those it names, or says that there are none", async () => {
    await page.tap(/^须补救/, ".filters button");
    says(page, ".rows", "A031");
    lacks(page, ".rows", "A032");
    await page.view({ ...VIEW, rows: [row("A034", 10)] });
    says(page, "main", "没有这样的客户");
    await page.tap(/^全部/, ".filters button");
    await page.view({ ...VIEW, rows: [], total: 0 });
    says(page, "main", "没有客户在等候");
    await page.view(VIEW);
  });

  for (const [name, wanted, press] of [
    ["water", { type: "give_water", ticket: "t-A034" }, "给 A034 送水"],
    ["the form is done", { type: "end_form_filling", ticket: "t-A033" }, "A033 填好了"],
  ] as const)
    test(`one tap: ${name}`, async () => {
      assert.deepEqual(await asks(() => page.tap(press)), [wanted]);
      await page.done();
    });

  test("the words to say stand before what was done, with this customer's figures", async () => {
    await page.tap("向 A032 解释");
    says(page, "dialog", "向 A032 解释等候", "请这样说 话术第 3 版", "您前面还有 3 位，预计还需约 8 分钟。");
    assert.deepEqual(await asks(() => page.tap("已解释", "dialog button")), [{ type: "explain_wait", ticket: "t-A032" }]);
    await page.done();
    await page.tap("A031 已离开");
    says(page, "dialog", "A031 已离开？", "记为离开后不再叫号；有未处理的补救会记为漏。");
    assert.deepEqual(await asks(() => page.tap("已离开", "dialog button")), [{ type: "mark_walkout", ticket: "t-A031" }]);
    await page.done();
    await page.tap("给 A 区全区送水");
    says(page, "dialog", "给 A 区的 6 位客户送水", "请喝水。");
    assert.deepEqual(await asks(() => page.tap("已送水", "dialog button")), [{ type: "give_water", zone: "A" }]);
    await page.done();
  });

  test("a remedy: the apology, then the gift, or the customer declines", async () => {
    await page.tap("A031 的补救礼品");
    says(page, "dialog", "A031 服务补救", "让您久等了。", "已致歉，送礼品");
    lacks(page, "dialog", "雨伞");
    assert.deepEqual(await asks(() => page.tap("已致歉，送礼品")), [{ type: "offer_remedy", ticket: "t-A031", where: "zone" }]);
    await page.done();
    await page.view({ ...VIEW, rows: [{ ...ROWS[0]!, remedy: { ...REMEDY, acknowledged: true } }] });
    says(page, "dialog", "送哪一样", "雨伞 15.00 元 · 剩 8");
    assert.deepEqual(await asks(() => page.tap(/雨伞/)), [{ type: "give_gift", ticket: "t-A031", gift: "umbrella", where: "zone" }]);
    await page.done();
    await page.tap("A031 的补救礼品");
    assert.deepEqual(await asks(() => page.tap("客户婉拒")), [{ type: "decline_gift", ticket: "t-A031" }]);
    await page.done();
    await page.view(VIEW);
  });

  test("what is missing is told in the waiting area, too (B09)", async () => {
    await page.tap("A031 缺材料：一次告知");
    says(page, "dialog", "一次告知 · A031", "缺哪些材料");
    await page.type(".also input", "户口本");
    const [notice] = await asks(() => page.submit(".notice-sheet"));
    assert.deepEqual({ ...notice, printer: "" }, { type: "give_notice", ticket: "t-A031", missing: [], agent: false, also: "户口本", leaves: true, printer: "" });
    await page.done();
    await page.view(VIEW);
  });

  test("the reason of a priority is shown to who asks for it, and nowhere else", async () => {
    lacks(page, "body", "孕妇");
    await page.tap("查看 A032 优先原因");
    says(page, "dialog", "孕妇");
    await page.tap("关闭");
  });

  test("tasks: a line a customer, the remedy first, one thing to press: do it here, or say that one goes", async () => {
    const remedy = { ticket: "t-A031", number: "A031", at: both("A031") };
    await page.view({ ...VIEW, tasks: [...VIEW.tasks.filter(({ kind }) => kind !== "remedy"), task("explain", { ...remedy, id: "k-e" }), task("remedy", remedy), task("call_manager", { ...remedy, id: "k-c", roles: ["hall_manager"] })] });
    await page.tap(/^任务/);
    says(page, ".tabs", "任务 5");
    says(page, "main", "取号机呼叫引导员 00:20 前 · 东门", "我的任务 A031 等候超时，须补救 01:05 前 · 另：说明等候原因、已报经理", "向 A032 说明等候原因 01:05 前", "送水：A 区 6 人", "李敏 已接手", "大厅提醒 交费没有窗口能叫", "其他人的任务", "A038 等了很久，请经理处理", "周经理 已接手");
    lacks(page, "main", "缺纸");
    for (const line of document.querySelectorAll(".task")) assert.equal(line.querySelectorAll("button").length, 1);
    assert.deepEqual(await asks(() => page.tap("接手：取号机呼叫引导员")), [{ type: "acknowledge_alert", alert: "a1" }]);
    await page.done();
    assert.deepEqual(await asks(() => page.tap("去办：A031 等候超时，须补救")), ["k-remedy", "k-e", "k-c"].map((id) => ({ type: "take_task", task: id })));
    says(page, "dialog", "A031 服务补救");
    for (const back of [3, 2, 1]) await page.done({}, back);
    await page.tap("关闭");
    assert.deepEqual(await asks(() => page.tap("已办好：A038 评价不满意，请回访")), [{ type: "drop_task", task: "k-low_rating" }]);
    await page.done();
    await page.view({ ...VIEW, tasks: [task("low_rating")], alerts: [] });
    assert.deepEqual(await asks(() => page.tap("接手：A038 评价不满意，请回访")), [{ type: "take_task", task: "k-low_rating" }]);
    await page.done();
    await page.view({ ...VIEW, tasks: [], alerts: [] });
    says(page, "main", "现在没有任务");
    assert.deepEqual(await asks(() => page.tap("下雨了")), [{ type: "set_rain_mode", on: true }]);
    await page.done();
    await page.view({ ...VIEW, rain: true });
    says(page, "main", "雨天提醒已开：摆雨伞桶");
    assert.deepEqual(await asks(() => page.tap("雨停了")), [{ type: "set_rain_mode", on: false }]);
    await page.done();
    await page.view(VIEW);
  });

  test("a number for somebody the kiosk is too much for, and a missed one comes back", async () => {
    await page.tap("取号");
    says(page, "main", "为客户取号", "交费", "过户", "返回优先", "过号恢复", "A020 2 分钟前过号");
    const choose = (word: string) => page.tap(word, "main label");
    await choose("过户");
    await choose("老年人");
    await choose("英语");
    assert.deepEqual(await asks(() => page.tap("取号", "button.go")), [{ type: "issue_ticket", service: "move", channel: "guide_tablet", language: "en", priority: "priority", priority_reason: "elderly", printer: "k2" }]);
    await page.done({ ticket: TICKET });
    says(page, "main", "已取号 A099 过户 · 前面 5 位 · 等候约 8 分钟 小票在引导台打印", "请客户用手机扫码");
    assert.ok(document.querySelector('img[src="/api/qr/x.svg"]'));
    await page.tap("再取一个");
    says(page, "main", "办理业务");
    assert.deepEqual(await asks(() => page.tap("恢复 A020")), [{ type: "requeue_ticket", ticket: "t-A020" }]);
    await page.done();
    await page.view({ ...VIEW, missed: [], segments: [{ id: "company", name: both("企业") }], asks_person: true });
    says(page, "main", "没有过号的客户");
    await choose("交费");
    await choose("企业");
    await page.type("label:手机号", "13900000001");
    const [wish] = await asks(() => page.tap("取号", "button.go"));
    assert.deepEqual([wish!.segment, wish!.person], ["company", "13900000001"]);
    assert.equal(localStorage.getItem("hallqueue.guide.open"), null, "no customer's number stays on the tablet");
    await page.done({ ticket: TICKET });
    await page.view(VIEW);
  });

  test("without a printer that works there is the code alone", async () => {
    const { usualPrinter } = await import("./guide/issue.tsx"); // its clock begins with the page's, not before
    const printers = VIEW.printers;
    assert.equal(usualPrinter(printers, ""), "k2");
    assert.equal(usualPrinter(printers, "k1"), "k2");
    assert.equal(usualPrinter(printers, "none"), "none");
    assert.equal(usualPrinter([printers[0]!], "k1"), "none");
    assert.equal(usualPrinter([], ""), "none");
  });

  test("a number is found from the top line and from its row", async () => {
    page.answers["/api/numbers"] = { tickets: [], services: [], printers: [] };
    await page.tap("查号");
    says(page, "dialog", "号码，例如 A17 或 17");
    await page.tap("关闭", "dialog button");
    await page.tap(/^等候/);
    await page.tap("A031 的情况和可办的事");
    assert.ok(page.asked.includes("/api/numbers?number=A031"));
    says(page, "dialog", "今天没有 A031 这个号");
    await page.tap("关闭", "dialog button");
  });

  test("a business is looked up from its row and on a tab of its own, without the line too", async () => {
    await page.tap(/^等候/);
    await page.view(VIEW);
    page.answers["/api/catalogue"] = () => { throw new TypeError("no line"); };
    await page.tap("交费的办事指南", "[aria-label='交费的办事指南']");
    says(page, "dialog", "交费", "本人办理要带 户号");
    await page.tap("关闭", "dialog button");
    await page.tap("办事指南", ".tabs button");
    await page.type("[type=search]", "5元");
    says(page, ".business-hits", "过户 手续费 5 元/户");
    await page.tap(/^等候/, ".tabs button");
    page.answers["/api/catalogue"] = CATALOGUE;
    await page.passes(6);
  });

  test("in a hole of the Wi-Fi what was done waits, is said, and is sent under the same name", async () => {
    await page.tap(/^等候/);
    await page.view(VIEW);
    await page.cut();
    await page.tap("给 A032 送水");
    await page.passes(2);
    says(page, "header", "待同步 1");
    says(page, ".rows", "待同步 · 送水");
    await page.welcome({ role: "guide" });
    assert.deepEqual(page.takes(), [{ type: "give_water", ticket: "t-A032" }]);
    await page.refuse("已经送过水了", "Water was given already");
    says(page, ".toasts", "已经送过水了");
    await page.tap(/^取号/);
    lacks(page, ".toasts", "已经送过水了");
    await page.tap(/^等候/);
    lacks(page, "header", "待同步");
  });

  test("without paper the notice is held out to be photographed, and can be printed after all (B09)", async () => {
    await page.view(VIEW);
    await page.tap("A034 缺材料");
    await page.type("label:其他", "户口本");
    await page.type("label:打印机", "");
    assert.deepEqual(await asks(() => page.submit(".notice-sheet")), [{ type: "give_notice", ticket: "t-A034", missing: [], agent: false, also: "户口本", leaves: true, printer: "" }]);
    await page.done({ ticket: "t-A034", number: "A034", counter: "", notice: NOTICE });
    await page.view({ ...VIEW, rows: [] });
    says(page, "dialog", "一次告知单 · A034", "请客户用手机拍下", "K7M4 9QT XPA", "有效至 7月12日", "户口本");
    assert.equal(document.querySelector("dialog img")!.getAttribute("src"), "/api/notice/K7M49QTXPA/code.svg");
    await page.type('[aria-label="打印机"]', "k2");
    assert.deepEqual(await asks(() => page.tap("打印一张")), [{ type: "reprint_slip", ticket: "t-A034", printer: "k2" }]);
    await page.done();
    lacks(page, "body", "K7M4");
    await page.view(VIEW);
  });

  test("a notice asked in a hole of the Wi-Fi closes its sheet, is listed, and is taken back before it is sent", async () => {
    await page.cut();
    await page.tap("A034 缺材料");
    await page.type("label:其他", "户口本");
    await page.submit(".notice-sheet");
    await page.passes(1);
    lacks(page, "body", "一次告知 · A034");
    says(page, ".rows", "待同步 · 缺材料");
    await page.tap("待同步 1", "header button");
    says(page, "dialog", "待同步 1", "A034 缺材料");
    await page.tap("撤回：缺材料");
    says(page, "dialog", "都已同步");
    await page.tap("关闭", "dialog button");
    lacks(page, "header", "待同步");
    await page.welcome({ role: "guide" });
    assert.deepEqual(page.takes(), []);
    // with the line there but slow, its own button takes it back only while it was not sent
    await page.tap("A034 缺材料");
    await page.type("label:其他", "户口本");
    await page.submit(".notice-sheet");
    await page.tap("撤回", "dialog button");
    says(page, ".toasts", "已经发出，撤不回来了");
    await page.refuse("号码已结束", "Over");
  });

  test("who may lead the shift is asked to", async () => {
    await page.welcome({ role: "team_leader" });
    assert.deepEqual(await asks(() => page.tap("我带班")), [{ type: "lead_shift" }]);
    await page.done();
    await page.view({ ...VIEW, leader: "1101", leader_name: "李敏" });
    says(page, "header", "带班 李敏");
    lacks(page, "header", "我带班");
    await page.tap("退出");
    assert.equal(page.reloads, 1);
  });
});
