// The reports: what a manager reads of a period, what lies behind a row, and the month that is locked.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { ago, lacks, open, Refused, says, walk, type Page } from "@web/testing/page.ts";
import type { Column, ReportShown, ReportTable } from "@web/wire.ts";

const both = (zh: string, en = zh) => ({ zh, en });
const column = (id: string, kind: string, zh: string): Column => ({ id, title: both(zh, `${id} in English`), kind });
const share = (k: number, n: number, enough = true) => ({ k, n, minimum: 5, value: n ? k / n : null, enough });
const WAITS: ReportTable = {
  id: "by_service", title: both("各业务等候", "Waits by business"), note: both(""),
  columns: [column("name", "text", "业务"), column("staff", "person", "员工"), column("mean", "seconds", "平均"), column("kept", "share", "达标"), column("level", "level", "满意"), column("cost", "money", "费用"), column("at", "moment", "时间"), column("peak_day", "flag", "高峰")],
  rows: [
    { cells: { name: both("交费", "Payment"), staff: "1207", mean: 612, kept: share(29, 30), level: { n: 2, minimum: 5, too_few: true }, cost: 1500, at: "2024-07-10T02:00:00Z", peak_day: true }, events: "/api/events?service=a", tickets: "/api/reports/tickets?period=day&date=2024-07-10&of=called&service=a" },
    { cells: { name: both("过户"), staff: "", mean: null, kept: share(0, 0), level: 4.5, cost: 0, at: "", peak_day: false }, events: "", tickets: "" },
  ],
};
const HALF_HOURS: ReportTable = { id: "by_half_hour", title: both("各半小时"), note: both(""), columns: [], rows: ["09:00", "09:30"].map((clock) => ({ cells: { clock, mean: 300, p90: 600 }, events: "", tickets: "" })) };
const report = (name: string, more: Partial<ReportShown> = {}): ReportShown =>
  ({ name, title: both("等候报表", "Waits"), hall: both("城东营业厅", "East hall"), period: { kind: "day", first: "2024-07-10", last: "2024-07-10" }, people: { "1207": "王芳" }, opening: both("叫到 30 人，96.6 % 在目标内", "30 were called"), tables: [WAITS, HALF_HOURS], snapshot: null, ...more });
const JUNE = { kind: "month", first: "2024-06-01", last: "2024-06-30" } as const;

walk("the reports page", () => {
  let page: Page;
  before(async () => {
    page = await open(() => import("./reports.tsx"), {
      url: "/reports/?report=waits&date=2024-07-10", kept: { "hallqueue.manager.token": "m" },
      answers: { "/api/reports": { reports: [{ name: "effect", title: both("补救效果") }, { name: "waits", title: both("等候", "Waits") }, { name: "monthly", title: both("月度") }], periods: [], formats: [] }, "/api/reports/waits": report("waits") },
    });
    await page.welcome();
  });

  test("a table says each figure in its own way; what is too little is said and not ranked", async () => {
    says(page, "nav", "等候 月度 补救效果");
    says(page, "main", "等候报表 城东营业厅 · 2024-07-10", "叫到 30 人，96.6 % 在目标内", "各业务等候", "交费 王芳 1207 10:12 96.6 % 29/30 样本不足 (n=2 < 5) 15.00 元 07-10 10:00 是 名单", "过户 – – – 0/0", "4.50");
    says(page, "main", "各半小时的等候", "九成客户不超过");
    await page.tap("English");
    says(page, "main", "Waits East hall", "not enough data", "15.00 yuan");
    await page.tap("中文");
  });

  test("a row opens all the tickets it counts, page by page, and a number its life", async () => {
    const listed = (n: number) => ({ ticket: `t${n}`, number: `A${100 + n}`, service: both("交费"), priority: n === 1, day: "2024-07-10", issued_at: "2024-07-10T01:00:00Z", called_at: n === 2 ? null : "2024-07-10T01:12:00Z", waited_seconds: n === 2 ? null : 720, counter: n === 2 ? both("") : both("1 号窗口"), staff: n === 2 ? "" : "1207", outcome: both("办结"), remedy: n === 1 ? "missed" : "", rating: n === 1 ? 2 : 0 });
    page.answers["/api/reports/tickets"] = { n: 101, tickets: [listed(1), listed(2)], people: { "1207": "王芳" } };
    await page.tap("交费 王芳 1207 的名单");
    says(page, "dialog", "共 101 笔，这里是第 1–100 笔", "A101 优 交费 07-10 09:00 12:00 09:12 1 号窗口 王芳 办结 · 补救：漏 · 评 2 分", "A102 交费 07-10 09:00 – – – – 办结");
    await page.tap("下一页");
    says(page, "dialog", "这里是第 101–101 笔");
    await page.tap("等得最久的在前");
    says(page, "dialog", "这里是第 1–100 笔");
    page.answers["/api/events"] = { events: [{ epoch: 1, seq: 1, at: ago(60), kind: "TicketCalled", actor: "person:1207", fields: { counter: "1", number: "A101", waited_seconds: 720, ticket: "t1" } }], people: { "1207": "王芳" }, called: { counters: [{ id: "1", name: both("1 号窗口") }], services: [], gifts: [] } };
    await page.tap("A101 的经过");
    says(page, "dialog", "A101 的经过", "窗口叫 A101，已等 12:00", "返回名单");
    await page.tap("返回名单");
    says(page, "dialog", "共 101 笔");
    await page.tap("关闭");
    lacks(page, "main", "共 101 笔");
  });

  test("what lies behind a row of one ticket", async () => {
    page.answers["/api/reports/waits"] = report("waits", { tables: [{ ...WAITS, rows: [{ ...WAITS.rows[0]!, tickets: "" }] }] });
    await page.tap("上一期");
    await page.tap("下一期");
    page.answers["/api/events"] = { events: [{ epoch: 1, seq: 1, at: ago(60), kind: "TicketCalled", actor: "person:1207", fields: { counter: "1", number: "A030", waited_seconds: 700 } }], people: { "1207": "王芳" }, called: { counters: [{ id: "1", name: both("1 号窗口") }], services: [], gifts: [] } };
    await page.tap("交费 王芳 1207 的经过");
    says(page, "dialog", "交费 王芳 1207 的经过", "窗口叫 A030，已等 11:40", "王芳");
    await page.tap("关闭");
  });

  test("another day, week and month are asked for and stand in the address", async () => {
    await page.tap("上一期");
    assert.ok(location.search.includes("date=2024-07-09"));
    page.answers["/api/reports/waits"] = report("waits", { tables: [{ ...WAITS, rows: [] }], period: { kind: "week", first: "2024-07-08", last: "2024-07-14" } });
    await page.tap("周");
    says(page, "main", "2024-07-08 至 2024-07-14", "本期没有记录");
    assert.ok(location.search.includes("period=week"));
    await page.tap("今天");
    assert.ok(location.search.includes("date=2024-07-10"));
  });

  test("a report that cannot be read says so and can be tried again", async () => {
    page.answers["/api/reports/waits"] = () => {
      throw new Refused("bad_date", "没有这一天", "No such day");
    };
    await page.tap("下一期");
    says(page, "[role=alert]", "没有这一天");
    page.answers["/api/reports/waits"] = report("waits");
    await page.tap("重试");
    says(page, "main", "等候报表");
  });

  test("a file is saved under the name the server gives, or is refused", async () => {
    await page.tap("下载 CSV");
    says(page, ".toasts", "已保存 waits-2024-07-10.zip");
    delete page.answers["/api/reports/waits"];
    await page.tap("下载 XLSX");
    says(page, ".toasts", "暂时连接不上服务器");
  });

  test("a month is locked when it is over, once, and what differs since is shown", async () => {
    page.answers["/api/reports/monthly"] = report("monthly", { period: { kind: "month", first: "2024-07-01", last: "2024-07-31" } });
    await page.tap("月度");
    says(page, "main", "本月结束后才能锁定");
    page.answers["/api/reports/monthly"] = report("monthly", { period: JUNE });
    await page.tap("上一期");
    await page.tap("锁定本月");
    says(page, "dialog", "锁定后本月的名次不再改变");
    const locked = { month: "2024-06", locked_at: ago(5), tables: [WAITS], sha256: "abc123", intact: true, differences: [{ table: "by_service", staff: "1207", column: "mean", locked: 600, now: 612 }], new: true };
    page.answers["/api/reports/monthly/lock"] = locked;
    page.answers["/api/reports/monthly"] = report("monthly", { period: JUNE, snapshot: locked });
    await page.tap("锁定", "dialog button");
    assert.deepEqual(page.sent["/api/reports/monthly/lock"], { month: "2024-06" });
    says(page, "main", "已锁定 2024-06", "内容完好 · 与现在重算的结果有 1 处不同", "校验码 abc123", "王芳 1207 平均 600 612");
    page.answers["/api/reports/monthly"] = report("monthly", { period: JUNE, snapshot: { ...locked, intact: false, differences: [] } });
    await page.tap("今天");
    says(page, "main", "内容被改动过 · 与现在重算的结果一致");
  });

  test("the effect sheet: a difference never without its interval, a verdict as the server concluded", async () => {
    const sheet = (id: string, ...rows: object[]): ReportTable => ({ id, title: both("带"), note: both(""), columns: [], rows: rows.map((cells) => ({ cells, events: "", tickets: "" })) as ReportTable["rows"] });
    const one = { line: both("20–25 分钟"), group_a: both("补救"), n_a: 31, mean_a: 4.1, satisfied_a: share(20, 31), group_b: both("未补救"), n_b: 12, mean_b: null, difference: 0.5, low: -0.1, high: 1.1, detectable: 0.8, verdict: both("样本不足") };
    page.answers["/api/reports/effect"] = report("effect", { tables: [sheet("overview", { section: both("带"), verdict: both("不能断定"), note: both("仅供参考") }), sheet("bands", one), sheet("figures", { section: both("带"), line: both(""), figure: both("礼品"), value: 212 })] });
    await page.tap("补救效果");
    says(page, "main", "下面的差只供参看，还不能作结论 带 · 20–25 分钟 +0.50 [−0.10, +1.10]", "带 仅供参考 结论 不能断定", "20–25 分钟 补救 n=31 平均 4.10 分 满意 20/31 未补救 n=12 +0.50 [−0.10, +1.10] 0.80 分 样本不足", "礼品 212");
    page.answers["/api/reports/effect"] = report("effect", { tables: [sheet("overview", { section: both("带"), verdict: both("更高"), note: both("") }), sheet("bands", { ...one, answers: true })] });
    await page.tap("下一期");
    says(page, "main", "20–25 分钟 +0.50 [−0.10, +1.10] 已补救与未补救的满意度之差", "怎么知道的");
    page.answers["/api/reports/effect"] = report("effect", { tables: [] });
    await page.tap("上一期");
    says(page, "main", "本期没有人评价等候时间，也没有送出礼品");
  });

  test("who may not lock a month sees no button for it", async () => {
    await page.welcome({ role: "team_leader" });
    page.answers["/api/reports/monthly"] = report("monthly", { period: JUNE });
    await page.tap("月度");
    lacks(page, "main", "锁定本月");
  });
});
