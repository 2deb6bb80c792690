// The tablet at the door: who is sent another way, prepared, met without a number; and what is out of order.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { ago, lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import { both, row, ROWS, VIEW as USUAL } from "./sample_view.ts";

/** In a hall that holds nothing back. */
const VIEW = { ...USUAL, undo_seconds: 0 };

walk("the guide's tablet at the door", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  before(async () => {
    page = await open(() => import("../guide.tsx"), { url: "/guide/", width: 1024, height: 768, kept: { "hallqueue.guide.token": "g" }, answers: { "/api/catalogue": { hall: both("厅"), businesses: [] } } });
    await page.welcome({ role: "guide" });
    await page.view(VIEW);
  });

  test("who waits is sent another way with one press, prepared, or given the business they came for", async () => {
    const STEPS = [{ name: both("身份证复印", "ID copy"), done: true }, { name: both("表单", "Form"), done: false }];
    await page.view({ ...VIEW, rows: [{ ...ROWS[1]!, steps: STEPS, ways: ["self_service", "prepared"], owner: "李敏", segment: both("企业", "Company") }, { ...ROWS[3]!, service: "ask", service_name: both("咨询") }] });
    says(page, ".filters", "可自助 1", "可预受理 1");
    says(page, ".rows", "企业", "预受理 1/2");
    await page.tap("引导 A032");
    says(page, "dialog", "A032 交费 企业 首问 李敏 等候时先办（预受理） 身份证复印 表单 引导到 1 号自助终端 A 区 手机等渠道 微信 填单台 后台 其他部门 已解答");
    assert.deepEqual(await asks(() => page.tap("表单", ".steps button")), [{ type: "tick_step", ticket: "t-A032", step: 1, done: true }]);
    assert.deepEqual(await asks(() => page.tap("身份证复印", ".steps button")), [{ type: "tick_step", ticket: "t-A032", step: 0, done: false }]);
    for (const back of [2, 1]) await page.done({}, back);
    assert.deepEqual(await asks(() => page.tap("1 号自助终端", "dialog button")), [{ type: "divert", way: "self_service", ticket: "t-A032", terminal: "m1" }]);
    lacks(page, "body", "引导到");
    await page.done();
    await page.tap("引导 A032");
    assert.deepEqual(await asks(() => page.tap("填单台", "dialog button")), [{ type: "divert", way: "form_desk", ticket: "t-A032" }]);
    await page.done();
    await page.tap("引导 A032");
    await page.tap("改业务", "dialog button");
    assert.deepEqual(await asks(() => page.tap("过户", "dialog button")), [{ type: "change_service", ticket: "t-A032", service: "move" }]);
    await page.done();
    await page.tap("引导 A034");
    await page.tap("已解答", "dialog button");
    await page.tap("气价", "dialog button");
    await page.type("label:客户问了什么", "阶梯怎么算");
    assert.deepEqual(await asks(() => page.tap("已解答", "dialog button")), [{ type: "divert", way: "answered", ticket: "t-A034", topic: 0, words: "阶梯怎么算" }]);
    await page.done();
  });

  test("in peak mode whoever can be helped another way leads, the longest wait first", async () => {
    lacks(page, "main", "高峰疏导");
    const waiting = Array.from({ length: 9 }, (_, n) => row(`A04${n}`, 900 - n * 60, { ways: ["self_service"] }));
    await page.view({ ...VIEW, peak: true, rows: [...waiting, row("B001", 30)] });
    says(page, ".peak", "高峰疏导：9 位可以先帮，等得最久的在前 A040 15:00 交费 可自助 A041");
    lacks(page, ".peak", "B001");
    await page.tap("引导 A040", ".peak button");
    says(page, "dialog", "A040 交费");
    await page.tap("关闭", "dialog button");
    await page.view({ ...VIEW, peak: true, rows: [row("B001", 30)] });
    says(page, ".peak", "现在没有可以另办的客户");
    await page.view(VIEW);
  });

  test("at the door each outcome of each business is one press, and two customers are two", async () => {
    await page.tap("门口", ".tabs button");
    assert.deepEqual(await asks(() => page.tap("迎客")), [{ type: "greet" }]);
    await page.done();
    says(page, ".toasts", "已记：迎客");
    await page.passes(1);
    assert.deepEqual(await asks(() => page.tap("交费 → 自助终端")), [{ type: "divert", way: "self_service", service: "pay", terminal: "m1" }]);
    assert.deepEqual(await asks(() => page.tap("交费 → 自助终端")), []); // a bouncing finger
    await page.passes(1);
    assert.equal((await asks(() => page.tap("交费 → 自助终端"))).length, 1);
    for (const back of [2, 1]) await page.done({}, back);
    assert.deepEqual(await asks(() => page.tap("没说业务 → 其他部门")), [{ type: "divert", way: "other_dept", service: "" }]);
    await page.done();
    await page.tap("咨询 → 已解答");
    await page.tap("气价", "dialog button");
    assert.deepEqual(await asks(() => page.tap("已解答", "dialog button")), [{ type: "divert", way: "answered", service: "ask", topic: 0 }]);
    await page.done();
    const two = [...VIEW.services[0]!.terminals, { id: "m2", name: both("2 号自助终端"), zone: both("B 区") }];
    await page.view({ ...VIEW, services: [{ ...VIEW.services[0]!, terminals: two }] });
    await page.tap("交费 → 自助终端");
    assert.deepEqual(await asks(() => page.tap("2 号自助终端", "dialog button")), [{ type: "divert", way: "self_service", service: "pay", terminal: "m2" }]);
    await page.done();
    await page.view({ ...VIEW, services: [{ ...VIEW.services[0]!, terminals: [] }] });
    assert.ok((page.find("交费 → 自助终端") as HTMLButtonElement).disabled); // none works
    const machine = { id: "m1", name: both("1 号自助终端"), zone: both("A 区"), services: ["pay"], works: true, since: null, detail: "" };
    await page.view({ ...VIEW, terminals: [{ ...machine, works: false, since: ago(65) }] });
    assert.ok((page.find("没说业务 → 自助终端") as HTMLButtonElement).disabled); // Q19: nor for whoever named no business
    await page.view({ ...VIEW, terminals: [machine] });
    assert.deepEqual(await asks(() => page.tap("没说业务 → 自助终端")), [{ type: "divert", way: "self_service", service: "" }]);
    await page.done();
    await page.view(VIEW);
  });

  test("a tap at the door is held for as long as a call can be undone, and taken back it was never there", async () => {
    await page.view({ ...VIEW, undo_seconds: 5 });
    assert.deepEqual(await asks(() => page.tap("迎客")), []);
    says(page, ".held", "撤销：迎客 5 秒内");
    lacks(page, "header", "待同步"); // it waits for the finger, not for the line
    await page.passes(3);
    await page.tap("撤销：迎客");
    says(page, ".toasts", "已撤回：迎客");
    assert.deepEqual(await asks(() => page.passes(6)), []);
    await page.tap("没说业务 → 后台");
    assert.deepEqual(await asks(() => page.passes(6)), [{ type: "divert", way: "back_office", service: "" }]);
    await page.done();
    says(page, ".held", "按一下记一位");
    await page.view(VIEW);
  });

  test("one line says what was done at the door today, and by whom holds the tablet (T20)", async () => {
    lacks(page, "main", "今天");
    await page.view({ ...VIEW, today: { greeted: 40, issued: 31, prepared: 4, explained: 6, ways: [{ way: "self_service", n: 31 }, { way: "answered", n: 2 }], people: [{ person: "1101", n: 118 }] } });
    says(page, ".today", "今天 我接待 118 位 · 迎客 40 · 取号 31 · 自助终端 31 · 已解答 2 · 预受理 4 · 解释 6");
    await page.view(VIEW);
  });

  test("a terminal is reported with what is wrong, and put back when it works", async () => {
    const machine = { id: "m1", name: both("1 号自助终端"), zone: both("A 区"), services: ["pay"], works: true, since: null, detail: "" };
    await page.view({ ...VIEW, terminals: [machine, { ...machine, id: "m2", name: both("2 号自助终端"), works: false, since: ago(65), detail: "缺纸" }] });
    await page.tap("设备", ".tabs button");
    says(page, "main", "1 号自助终端 正常 A 区 · 交费", "2 号自助终端 故障 A 区 · 缺纸 · 01:", "东门取号机 不能打印", "引导台 能打印");
    await page.tap("1 号自助终端报故障");
    assert.deepEqual(await asks(() => page.tap("缺纸", ".choices button")), [{ type: "report_terminal", terminal: "m1", works: false, detail: "缺纸" }]);
    await page.done();
    assert.deepEqual(await asks(() => page.tap("2 号自助终端修好了")), [{ type: "report_terminal", terminal: "m2", works: true }]);
    await page.done();
    await page.tap("English");
    says(page, "main", "2 号自助终端 Out of order Zone A · No paper".replace("Zone A", "A 区"));
    await page.tap("中文");
    await page.tap(/^等候/, ".tabs button");
    await page.view(VIEW);
  });
});
