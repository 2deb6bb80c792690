// The set-up page as a hall answers it: every section says what it is about; a change is told, saved, undone; a printer
// is found and tried; a new hall is made.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { hallAnswers } from "@web/testing/answers.ts";
import { lacks, open, says, walk, type Page } from "@web/testing/page.ts";

/** Each section: its heading, and what its own parts say. */
const SECTIONS: Record<string, readonly string[]> = {
  start: ["还差 6 步就可以营业", "接好打印机，打印一张测试小票 去设置", "hall.test/kiosk/"],
  hall: ["基本信息", "咨询电话", "等候重点治理的营业厅"],
  hours: ["营业时间", "周日 照常（全天营业）", "2024年7月", "点一天，可设为休息或另定时间", "关门前后"],
  zones: ["区域", "营业大厅 4 个队列 · 5 个窗口"],
  queues: ["队列与字母", "A 交费 2 项业务 · 4 个窗口叫它"],
  services: ["业务", "居民新装增容 B 新装报装 · 20 分钟"],
  profiles: ["窗口配置", "● 叫号：自己的队列", "缴费与咨询 1 号窗口、2 号窗口"],
  counters: ["窗口", "接待室 复杂业务专席 · 客户接待区 · 专席"],
  people: ["人员", "管理员 admin 系统管理员 只能由系统管理员修改"],
  devices: ["设备", "程序令牌（2）"],
  printers: ["打印机", "还没有打印机"],
  slip: ["小票", "印哪些内容 预计等候时间", "纸宽 80 毫米 58 毫米"],
  voice: ["语音", "现在没有能说话的声音，只响提示音", "1 本厅录音", "分区广播"],
  layouts: ["大屏版面", "每块大屏都用标准版面"],
  notices: ["通知", "现在没有通知"],
  media: ["图片影片", "上传图片或影片"],
  map: ["平面图", "放到图上： ＋ 营业大厅"],
  strips: ["条屏", "没有条屏"],
  figures: ["时限与规则", "超时补救：等候严格超过此时间 分 秒 通常 20 分钟"],
  care: ["超时补救", "仅重点厅执行", "做什么 服务补救 告诉谁 引导员"],
  scripts: ["话术", "第 1 版 · 现在使用 改写"],
  gifts: ["补救礼品", "手帕纸 1.50 元"],
  history: ["修改记录", "09:00 建立营业厅 系统"],
  door: ["登录与查阅记录", "来自 127.0.0.1"],
  file: ["设置文件", "下载 hall.toml"],
};
const NOTHING = { zh: "", en: "" };
const PHONE = { path: "phone", text: { zh: "咨询电话：95598 → 95500", en: "Telephone: 95598 → 95500" }, before: "95598", after: "95500" };

walk("the set-up page of a hall", () => {
  let page: Page;
  const goTo = async (section: string) => {
    location.hash = section;
    dispatchEvent(new Event("hashchange"));
    await page.passes(1);
  };
  before(async () => {
    const answers = hallAnswers();
    page = await open(() => import("./setup.tsx"), {
      url: "/setup/", width: 1366, height: 768, kept: { "hallqueue.manager.token": "m" }, answers: { ...answers, "/api/setup/first": { needed: false, packs: [], form: [] } },
    });
    await page.welcome();
    await page.passes(1);
  });

  for (const [section, [heading, ...parts]] of Object.entries(SECTIONS))
    test(`${section}: ${heading}`, async () => {
      await goTo(section);
      says(page, "main h2", heading!);
      says(page, "main", ...parts);
      lacks(page, "body", "undefined", "[object");
    });

  test("a setting is found by its name and leads to the one place where it is edited", async () => {
    await page.type("nav input", "语速");
    await page.tap(/^语速/, "nav a");
    await goTo("voice");
    says(page, "main h2", "语音");
  });

  test("Enter in the search goes to its first match", async () => {
    const before = location.hash;
    const box = document.querySelector<HTMLInputElement>(".sections input[type=search]")!;
    await page.type(".sections input[type=search]", "语速");
    const first = document.querySelector<HTMLAnchorElement>(".search-found a")!.getAttribute("href")!;
    await page.key("Enter", "Enter", box);
    assert.equal(location.hash, first);
    assert.equal(document.querySelector(".search-found"), null, "the list is shut again");
    location.hash = before;
    await page.passes(0);
  });

  test("a change is told in the hall's words, and saved with its note", async () => {
    await goTo("hall");
    page.answers["/api/setup/draft"] = { changes: [PHONE], problems: [], refusal: null };
    await page.type("label:咨询电话", "95500");
    await page.passes(1);
    says(page, ".save-bar", "1 处修改未保存");
    await page.tap("查看", ".save-bar button");
    says(page, "dialog", "将要保存的修改", "咨询电话：95598 → 95500", "何时生效 立即生效");
    await page.type("label:备注", "换号");
    const { config, ...setUp } = page.answers["/api/setup"] as { config: object };
    page.answers["/api/setup"] = { ...setUp, config: { ...config, phone: "95500" }, planned: "", changes: [PHONE] };
    await page.tap("保存", "dialog button");
    const { base, config: sent, note, valid_from } = page.sent["/api/setup"]!;
    assert.deepEqual([base.phone, sent.phone, note, valid_from], ["95598", "95500", "换号", null]);
    says(page, ".toasts", "已保存，已经生效");
    lacks(page, "body", "处修改未保存");
  });

  test("what is typed while a change is being saved is kept, on top of what was saved", async () => {
    await goTo("hall");
    await page.type("label:咨询电话", "95501");
    await page.passes(1);
    const { config, ...setUp } = page.answers["/api/setup"] as { config: { phone: string; industry: string } };
    const saved = { ...setUp, config: { ...config, phone: "95501" } };
    const draft = { ...saved.config, phone: "95502" };
    page.answers["/api/setup"] = () => (void page.type("label:咨询电话", "95502"), (page.answers["/api/setup"] = saved));
    page.answers["/api/setup/together"] = { config: saved.config, draft };
    await page.tap("保存", ".save-bar button");
    const { base, config: asked, wins } = page.sent["/api/setup/together"]!;
    assert.deepEqual([base.phone, asked.phone, wins], ["95501", "95502", "ours"]);
    assert.equal((page.labelled("咨询电话") as HTMLInputElement).value, "95502");
    says(page, ".save-bar", "1 处修改未保存");
    await page.tap("放弃修改", ".save-bar button");
    await page.tap("再点一次，放弃全部修改", ".save-bar button");
  });

  test("a counter like the others, a place on the map, a holiday: all of it can be discarded", async () => {
    await goTo("counters");
    await page.tap("加 1 个窗口");
    says(page, "main", "7 号窗口");
    await goTo("map");
    await page.tap("＋ 1 号窗口");
    says(page, "main h3", "窗口 1 号窗口");
    await page.tap("从图上拿走");
    says(page, "main h3", "选中的");
    await goTo("hours");
    await page.tap("加一段假期");
    says(page, "main .span-form", "这些天");
    await page.tap("放弃修改", ".save-bar button");
    await page.tap("再点一次，放弃全部修改", ".save-bar button");
    await goTo("counters");
    lacks(page, "main", "7 号窗口");
  });

  test("a printer is looked for, typed in, tried, told what the slip looks like", async () => {
    await goTo("printers");
    page.answers["/api/printers/found"] = [];
    const sentence = { zh: "已送出；这台打印机不会回答是否打出。", en: "Sent; this printer cannot say whether it printed." };
    page.answers["/api/printers/test"] = { outcome: "sent", text: NOTHING, sentence, advice: NOTHING };
    page.answers["/api/printers/test/seen"] = ({ printer, answer }: any) =>
      answer === "good" ? { next: "done", printer, advice: NOTHING } : { next: "again", printer: { ...printer, density: printer.density + 2 }, advice: { zh: "调深一些，请再打一张。", en: "Now darker; print another one." } };
    await page.tap("添加打印机");
    says(page, "dialog", "1 找到打印机", "没有找到。请检查电源和连线");
    await page.type("dialog input", "192.168.1.50:9100");
    await page.tap("下一步", "dialog button");
    await page.tap("打印测试页", "dialog button");
    assert.equal(page.sent["/api/printers/test"]!.printer.address, "192.168.1.50:9100");
    says(page, "dialog", "已送出；这台打印机不会回答是否打出。", "小票出来了吗？");
    await page.tap("太淡", "dialog button");
    says(page, "dialog", "调深一些，请再打一张。");
    await page.tap("打印测试页", "dialog button");
    await page.tap("出来了，两端的标记都在", "dialog button");
    says(page, "dialog", "给哪台取号机用");
    await page.tap("完成并保存", "dialog button");
    const [printer] = page.sent["/api/setup"]!.config.printers;
    assert.deepEqual([printer.address, printer.density], ["192.168.1.50:9100", 2]);
  });
});

walk("the set-up of a hall that is none yet", () => {
  let page: Page;
  before(async () => {
    const answers = { ...hallAnswers(), "/api/setup/first/password": { fits: true, level: 3, text: { zh: "很好", en: "Good" } }, "/api/setup/first/hours": { problem: null } };
    page = await open(async () => (await import("./setup/first/first.tsx")).firstSetUp(() => undefined), { url: "/setup/", answers });
  });

  test("it asks what it needs and says what is missing", async () => {
    says(page, "body", "建立营业厅", "燃气", "供电", "08:30");
    await page.submit();
    says(page, ".refused", "还有没填好的地方", "中文名称", "密码");
    assert.ok(!page.sent["/api/setup/first"]);
  });
});
