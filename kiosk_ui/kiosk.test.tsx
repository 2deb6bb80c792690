// The kiosk: what a standing customer reads, from the first touch to the number, in both languages, with and without a server.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import type { HoursView, KioskService, KioskView } from "@web/wire.ts";
import { both, HOURS, MOVE, PAY, service, TICKET, VIEW } from "./kiosk/sample_views.ts";

const language = (page: Page) => page.tap(/^(English|中文)$/, ".comfort button");

walk("the kiosk", () => {
  let page: Page;
  const settle = () => page.passes(1);
  const home = async () => {
    await page.view(VIEW);
    await settle();
    for (const word of ["完成", "返回", "Done", "Back"])
      if (document.querySelector(".foot") && page.reads(".foot").includes(word)) await page.tap(word, ".foot button");
    await settle();
  };
  const chooseFrom = async (services: KioskService[], more: Partial<KioskView> = {}) => {
    await home();
    await page.view({ ...VIEW, services, ...more });
    await page.tap(/触摸|Touch/, ".whole");
    await settle();
  };

  before(async () => {
    page = await open(() => import("./kiosk.tsx"), { url: "/kiosk/?place=K1", width: 1080, kept: { "hallqueue.kiosk.K1.token": "k" } });
    await page.welcome({ kind: "device", id: "d1", place: "K1" });
  });

  test("nobody is here: the hall, its hours, today's waits", async () => {
    await page.view({ ...VIEW, services: [PAY, MOVE, service("x", "C", "报装", "New supply", { suspended: both("系统升级", "Upgrade") }), service("y", "D", "咨询", "Questions", { near_close: "stopped" })] });
    says(page, "header", "城东营业厅 East hall", "10:30", "2024-07-10 周三");
    says(page, "main", "触摸屏幕取号", "Touch to take a number", "营业时间 08:30–16:30", "A 交费 等候 12 人 约 25 分钟", "B 过户 无人等候 很快", "C 报装 无人等候 暂停办理", "D 咨询 无人等候 号已发完");
    await language(page);
    says(page, "main", "Touch to take a number 触摸屏幕取号", "Open 08:30–16:30", "A Payment 12 waiting About 25 min");
    await language(page);
  });

  test("a hall with many businesses says how many there are", async () => {
    await page.view({ ...VIEW, hours: { ...HOURS, opens: "", closes: "" }, services: Array.from({ length: 13 }, (_, n) => service(`s${n}`, "ABCDEFGHIJKLM"[n]!, `业务${n}`, `Business ${n}`)) });
    says(page, "main", "全天开放", "全部 13 项业务", "业务7");
    lacks(page, "main", "业务8");
  });

  for (const [name, hours, zh, en] of [
    ["before opening", { state: "not_yet_open" }, ["08:30 开门", "今日办理时间 08:30–16:30", "服务热线 95598"], ["Opens at 08:30", "Hotline 95598"]],
    ["at lunch", { state: "lunch", reopens: "13:30" }, ["午间休息", "13:30 恢复取号"], ["Lunch break", "Numbers again from 13:30"]],
    ["on a holiday", { state: "holiday", name: both("国庆节", "National Day"), next_day: "2024-07-11", next_opens: "08:30" }, ["今日休息：国庆节", "7月11日 周四 08:30 开门"], ["Closed today: National Day", "Opens Thu 11 Jul, 08:30"]],
    ["after closing", { state: "closed" }, ["今日办理已结束", "营业时间 08:30–16:30"], ["Closed for today"]],
  ] as [string, Partial<HoursView>, string[], string[]][])
    test(`no number can be taken ${name}`, async () => {
      await page.view({ ...VIEW, hours: { ...HOURS, ...hours } });
      says(page, "main", ...zh);
      await language(page);
      says(page, "main", ...en);
      await language(page);
    });

  test("each business says what stands in its way", async () => {
    await chooseFrom([
      PAY, MOVE,
      service("c", "C", "报装", "New supply", { suspended: both("系统升级", "System upgrade"), suspended_until: "15:00" }),
      service("d", "D", "咨询", "Questions", { near_close: "stopped" }),
      service("e", "E", "大客户综合能源服务办理", "Comprehensive energy services for large customers", { served: false, waiting: 1 }),
      service("f", "F", "改线", "Rewiring", { near_close: "warn" }),
      service("g", "G", "更名", ""),
    ]);
    says(page, "h1", "请选择要办理的业务");
    says(page, ".tiles", "A 交费 Payment 等候 12 人 约 25 分钟", "B 过户 Change of owner 无人等候 很快", "暂停办理 ：系统升级 · 预计 15:00 恢复", "D 咨询 Questions 今天的号已发完", "Comprehensive energy services for large customers 暂无窗口办理 ，可先取号", "F 改线 Rewiring 无人等候 今天可能办不完");
    lacks(page, ".tiles", "更名");
    assert.equal((page.find(/报装/) as HTMLButtonElement).disabled, true);
    await page.tap("下一页");
    says(page, "main", "G 更名", "2 / 2");
    await page.tap("上一页");
    await page.tap("大字版");
    says(page, ".foot", "1 / 2");
    lacks(page, ".tiles", "改线");
    await page.tap("大字版");
    await language(page);
    says(page, "main", "What have you come for?", "Suspended : System upgrade · back at about 15:00", "No more numbers today", "No counter yet ; you may take a number", "May be too late", "1 / 2");
    await language(page);
    await page.view(VIEW);
  });

  test("a number: asked for once, however often it is tapped, and shown large", async () => {
    await chooseFrom([PAY, MOVE]);
    page.takes();
    await page.tap(/交费/);
    says(page, "main", "正在取号，请稍候…");
    const [wish] = page.takes();
    assert.deepEqual(wish, { type: "issue_ticket", service: "pay", language: "zh", priority: "ordinary", priority_reason: "" });
    await page.done({ ticket: TICKET });
    says(page, "main", "您的号码 A037 交费", "正在打印小票…", "前面 12 人", "约 25 分钟", "请到 A 区", "请准备 身份证", "手机扫码看进度", "12 秒后返回");
  });

  for (const [state, slip, printer, zh, en] of [
    ["printed", { state: "printed" }, "ok", ["请取走小票"], ["Please take your slip"]],
    ["sent to a printer that cannot answer", { state: "sent" }, "ok", ["小票已送去打印，请取走 没有出来？请记住号码，或找引导员"], ["None there? Remember your number, or ask a guide"]],
    ["printed at another kiosk", { state: "queued", elsewhere: both("东门", "the east door") }, "ok", ["小票在“东门”打印"], ["Your slip comes out at the east door"]],
    ["hanging in a broken printer", { state: "sending" }, "down", ["打印机故障：请记住号码 凭号码即可办理"], ["Printer fault: please remember your number"]],
    ["of a hall without paper", {}, "none", ["请记住号码，或扫码保存"], ["Remember your number, or scan to keep it"]],
  ] as [string, object, string, string[], string[]][])
    test(`the slip is ${state}`, async () => {
      await page.view({ ...VIEW, printer, slip: { ticket: "t1", number: "A037", state: "queued", detail: "", elsewhere: null, ...slip } });
      says(page, ".slip", ...zh);
      await language(page);
      says(page, "main", "Your number", ...en, "12 ahead of you");
      await language(page);
    });

  test("the number leaves by itself, later for who wants to stay", async () => {
    await page.view({ ...VIEW, slip: { ticket: "t1", number: "A037", state: "printed", detail: "", elsewhere: null } });
    await page.tap("再看一会");
    await page.passes(5);
    says(page, ".foot", "7 秒后返回");
    await page.passes(8);
    says(page, "main", "触摸屏幕取号");
  });

  test("priority: the reason goes to the hall and is shown nowhere", async () => {
    await chooseFrom([PAY, MOVE]);
    await page.tap("需要优先照顾");
    await settle();
    says(page, "main", "老人、孕妇、残障人士等需要优先吗？", "孕妇", "军人、退役军人");
    await page.tap(/孕妇/);
    await settle();
    says(page, "main", "已选优先（点此取消）");
    lacks(page, "main", "孕妇");
    page.takes();
    await page.tap(/过户/);
    assert.deepEqual(page.takes(), [{ type: "issue_ticket", service: "move", language: "zh", priority: "priority", priority_reason: "pregnant" }]);
    await page.refuse("今天的号已发完", "No more numbers today", "stopped");
    says(page, ".toasts", "今天的号已发完");
    says(page, "h1", "请选择要办理的业务");
    await settle();
    await page.tap("已选优先（点此取消）");
    says(page, "main", "需要优先照顾");
  });

  test("what a phone can do is offered first", async () => {
    const phone = { ...PAY, e_channels: [{ name: both("网上国网", "App"), url: "https://example.cn", hint: both("扫码下载", "Scan to install") }] };
    await chooseFrom([phone]);
    await page.tap(/交费/);
    await settle();
    says(page, "main", "不用排队也能办", "“交费”可以这样办", "网上国网 扫码下载");
    await language(page);
    says(page, "main", "No need to queue for this", "App Scan to install", "Take a number");
    await language(page);
    await page.tap("返回", ".foot button");
    await settle();
    await page.tap(/交费/);
    await settle();
    page.takes();
    await page.tap("不取号，自己办");
    assert.deepEqual(page.takes(), [{ type: "take_other_way", service: "pay" }]);
    await page.done();
    says(page, "main", "谢谢您！“交费”这样办", "网上国网 扫码下载", "30 秒后返回");
    assert.deepEqual(Array.from(document.querySelectorAll<HTMLImageElement>(".ways img"), (code) => code.getAttribute("src")), ["/api/ways/pay/0.svg"]);
    await page.passes(31);
    says(page, "main", "触摸屏幕取号");
  });

  test("near closing time the customer hears so before", async () => {
    await chooseFrom([{ ...PAY, near_close: "warn" }]);
    await page.tap(/交费/);
    await settle();
    says(page, "main", "16:30 下班，今天可能办不完", "现在取“交费”的号，可能在下班前叫不到您", "预计等候 约 25 分钟");
    page.takes();
    await page.tap("仍要取号");
    assert.equal(page.takes()[0]?.type, "issue_ticket");
    await page.done({ ticket: { ...TICKET, ahead: 0, materials: [] } });
    says(page, "main", "前面无人，请留意叫号", "材料请咨询引导员");
  });

  test("help: a guide is called once, and large print, voice and wheelchair are one tap away", async () => {
    await home();
    page.takes();
    await page.tap("呼叫引导员");
    assert.deepEqual(page.takes(), [{ type: "raise_alert", kind: "guide_called", subject: "K1" }]);
    await page.done();
    says(page, ".comfort", "已呼叫，请稍候");
    await page.passes(31);
    says(page, ".comfort", "呼叫引导员");
    await page.tap("轮椅");
    assert.ok(document.querySelector(".kiosk.low"));
    await page.tap("语音");
    assert.equal(page.sounds[page.sounds.length - 1], "/api/speech/home?lang=zh");
    await page.tap("语音");
    await page.tap(/触摸/, ".whole");
    await settle();
    await page.tap("返回", ".foot button");
    assert.ok(!document.querySelector(".kiosk.low"));
  });

  test("a customer who has gone is asked, and then forgotten", async () => {
    await chooseFrom([PAY, MOVE]);
    await page.passes(42);
    assert.ok(!document.querySelector("dialog"));
    await page.passes(3);
    says(page, "dialog", "您还在吗？", "秒后返回首页");
    await page.tap("继续");
    assert.ok(!document.querySelector("dialog"));
    await page.passes(66);
    says(page, "main", "触摸屏幕取号");
  });

  test("trouble with the paper stands at the top", async () => {
    await page.view({ ...VIEW, printer: "warn" });
    says(page, "header", "小票纸将用完，已通知工作人员");
    await page.view({ ...VIEW, printer: "down" });
    says(page, "header", "打印机故障，仍可取号，请记住号码");
    await language(page);
    says(page, "header", "Printer fault: remember your number", "Wed 10 Jul");
    await language(page);
  });

  test("without a server and without kept numbers the kiosk says that it rests", async () => {
    await home();
    await page.view({ ...VIEW, printer: "down" });
    await page.cut();
    await page.passes(10);
    lacks(page, "header", "打印机故障"); // one thing is said, not two that contradict each other
    says(page, "main", "取号暂停", "Numbers paused", "请联系引导员。网络恢复后本机自动继续");
    await page.welcome({ kind: "device", id: "d1", place: "K1" });
    page.takes();
  });

  test("with kept numbers it goes on by itself, and tells the hall afterwards", async () => {
    await page.view({ ...VIEW, hours: { ...HOURS, state: "closed" } });
    await page.view(VIEW);
    await page.done({ lease: { day: "2024-07-10", first: 901, last: 902 } });
    await page.cut();
    await page.passes(10);
    says(page, "header", "网络中断，仍可取号");
    says(page, "main", "A 交费 可取离线号");
    await page.tap(/触摸/, ".whole");
    await settle();
    says(page, ".tiles", "可取离线号");
    await page.tap("语音");
    await page.tap(/交费/);
    for (let n = 0; n < 4; n++) await page.soundEnds();
    assert.deepEqual(page.sounds.slice(-5), [..."A901"].map((figure) => `/api/speech/figure/${figure}?lang=zh`).concat("/api/speech/offline_number?lang=zh"));
    await page.tap("语音");
    says(page, "main", "您的离线号 A901 交费", "没有小票：请记下您的号码，可以拍照", "网络恢复后自动按取号时间排队");
    await language(page);
    says(page, "main", "Your offline number A901 Payment", "No slip: please note your number, or take a picture");
    await page.tap("Done", ".foot button");
    await page.welcome({ kind: "device", id: "d1", place: "K1" });
    await page.view(VIEW);
    const merged = page.takes().find((one) => one.type === "merge_offline");
    assert.equal(merged?.ordinal, 901);
    assert.equal(merged?.service, "pay");
  });
});
