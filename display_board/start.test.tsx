// The first page: every screen one click away, in a demo who may log in.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { open, says, walk, type Page } from "@web/testing/page.ts";

const HALL = {
  name: { zh: "城东营业厅", en: "East hall" }, industry: "power", demo: true, build: "b1", timezone: "Asia/Shanghai", zones: [],
  counters: [{ id: "3", name: { zh: "3 号窗口", en: "Counter 3" } }], people: [{ login: "1207", name: "王芳", role: "clerk", pin: "demo" }],
};

walk("the first page", () => {
  let page: Page;
  before(async () => {
    page = await open(() => import("./start.tsx"), { url: "/", data: { title: "排队系统", titleEn: "Queue" } });
  });

  test("waits for the server", () => says(page, "main", "正在连接服务器…"));

  test("in a demo: every screen, who may log in, and the switch of the simulation", async () => {
    const queue = (letter: string, waiting: number) => ({ letter, waiting });
    const now = { hours: { state: "open" }, businesses: [queue("A", 3), queue("A", 3), queue("B", 1)] };
    Object.assign(page.answers, { "/api/hall": HALL, "/api/hall/now": now, "/api/demo": { running: true, speed: 20 }, "/api/demo/stop": {} });
    await page.passes(3);
    says(page, "header", "营业中，现在 4 人等候");
    says(page, "body", "城东营业厅 演示营业厅", "客户看到的", "员工用的", "管理用的", "虚拟打印机", "取号机 客户触摸取号", "3 号窗口", "1207 王芳 营业员 demo", "模拟客户和营业员正在使用本厅（20 倍速）");
    assert.equal(page.find("3 号窗口", "a[href^='/counter']").getAttribute("href"), "/counter/?counter=3");
    page.answers["/api/demo"] = { running: false, speed: 20 };
    await page.tap("停止模拟");
    says(page, "body", "模拟已停止，现在只有您在操作");
    await page.tap("English");
    assert.equal(document.title, "Queue");
    says(page, "body", "East hall", "Kiosk", "Counter 3", "Clerk", "The simulation has stopped; the hall is yours");
  });

  test("the tour tells the demo's story in both languages, leads to each screen and can be put away and taken up", async () => {
    says(page, ".tour", "Three-minute tour", "Take a number", "Call it", "Hear it", "Somebody waits too long", "See what it did");
    await page.tap("中文");
    says(page, ".tour", "三分钟导览", "取一个号", "有人等久了", "看效果");
    assert.equal(page.find("叫号", ".tour a").getAttribute("href"), "/counter/?counter=3");
    assert.ok(page.find("看效果", ".tour a").getAttribute("href")!.startsWith("/reports/?report=effect&period=year&date=20"));
    await page.tap("跳过导览");
    assert.equal(page.reads(".tour"), "");
    assert.equal(localStorage.getItem("hallqueue.tour"), "away");
    await page.tap("三分钟导览");
    says(page, ".tour", "取一个号");
  });

  test("the demo is started again once it was confirmed, in both languages", async () => {
    await page.tap("重新开始演示");
    says(page, "dialog", "从头开始演示？");
    await page.tap("不，接着用", "dialog button");
    await page.tap("English");
    await page.tap("Start the demo again");
    says(page, "dialog", "Start from the beginning?", "Everything you did in the demo is forgotten");
    page.answers["/api/demo/reset"] = { running: true, speed: 20 };
    await page.tap("Start again", "dialog .danger");
    assert.ok(page.asked.includes("/api/demo/reset"));
    await page.passes(3);
    assert.equal(page.reloads, 1);
  });
});
