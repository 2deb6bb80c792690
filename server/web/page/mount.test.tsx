// How a page begins: pairing, logging in, choosing a counter, being turned away, waiting for a hall; and what a page says
// whose hall does not speak. One page after the other is mounted, as a browser opens them.
import assert from "node:assert/strict";
import test from "node:test";
import { lacks, open, Refused, says, walk, type Page } from "../testing/page.ts";

const HALL = {
  name: { zh: "城东营业厅", en: "East hall" }, industry: "power", demo: false, build: "b1", timezone: "Asia/Shanghai", zones: [],
  counters: [{ id: "3", name: { zh: "3 号窗口", en: "Counter 3" } }], people: [{ login: "1207", name: "王芳", role: "clerk", pin: "demo" }, { login: "1001", name: "周经理", role: "hall_manager", pin: "demo" }],
};
const Body = ({ place }: { place: string }) => <main>本页在 {place || "全厅"}</main>;

async function mounted(screen: "lobby" | "counter" | "manager" | "window", more: Parameters<typeof open>[1] & { login?: boolean }): Promise<Page> {
  return open(async () => {
    const { speak } = await import("../language/i18n.ts");
    speak("zh");
    (await import("./mount.tsx")).mount(screen, Body, { login: more.login });
  }, more);
}

walk("how a page begins", () => {
  // The first one, while the clock of the page ticks.
  test("silence: a word after six seconds, the time of what is shown after thirty, and when the line is cut", async () => {
    const page = await mounted("manager", { login: true, kept: { "hallqueue.manager.token": "m" } });
    says(page, ".banner", "正在连接服务器…");
    await page.welcome();
    await page.view({});
    says(page, "body", "本页在");
    lacks(page, ".banner", "连接");
    page.mute = true;
    await page.passes(7);
    says(page, ".banner", "数据更新中…");
    await page.passes(7);
    says(page, ".banner", "连接中断，正在重新连接… 最后更新 10:30");
  });

  test("the server is away, then there is no hall yet: a screen on the wall waits calmly", async () => {
    const page = await mounted("lobby", {});
    says(page, "main", "正在连接服务器…");
    page.answers["/api/hall"] = { ...HALL, name: null };
    await page.passes(3);
    says(page, "main", "营业厅尚未设置", "本屏幕会自动继续，不用操作");
    await page.tap("English");
    says(page, "main", "The hall is not set up yet");
    page.answers["/api/hall"] = HALL;
    page.answers["/api/pairing"] = { code: "K7F3MQ", secret: "s", expires_at: "", qr: "data:," };
    page.answers["/api/pairing/claim"] = {};
    await page.passes(6);
    says(page, "main", "waiting for the manager", "K7F 3MQ", "Ask the hall manager to scan this");
    page.answers["/api/pairing/claim"] = { token: "fresh" };
    await page.passes(2);
    assert.equal(localStorage.getItem("hallqueue.lobby.token"), "fresh");
    await page.welcome({ kind: "device", place: "A" });
    says(page, "main", "本页在 A");
  });

  test("a code that is too old is renewed at once", async () => {
    let nth = 0;
    const page = await mounted("lobby", { answers: { "/api/hall": HALL, "/api/pairing": () => ({ code: `AAA00${++nth}`, secret: "s", expires_at: "", qr: "" }), "/api/pairing/claim": () => { throw new Refused("code_expired", "过期", "Expired"); } } });
    says(page, ".code", "AAA 001");
    await page.passes(1);
    says(page, ".code", "AAA 002");
  });

  test("a counter's page without its counter asks which", async () => {
    const page = await mounted("counter", { login: true, answers: { "/api/hall": HALL } });
    says(page, "main", "请选择窗口", "3 号窗口");
  });

  test("a manager logs in; a wrong password is told, a demo's people are buttons for the pages they may use", async () => {
    const page = await mounted("manager", { login: true, answers: { "/api/hall": HALL, "/api/login": () => { throw new Refused("wrong_password", "工号或密码不对", "Wrong number or password"); } } });
    says(page, "main", "城东营业厅", "员工登录", "工号", "密码", "周经理 营业厅经理 · 1001");
    lacks(page, "main", "王芳");
    await page.type("[name=login]", "1001");
    await page.type("[name=password]", "nope");
    await page.submit();
    says(page, "[role=alert]", "工号或密码不对");
    page.answers["/api/login"] = { token: "good" };
    await page.tap(/周经理/);
    assert.deepEqual(page.sent["/api/login"], { login: "1001", password: "demo", place: "" });
    await page.welcome();
    says(page, "main", "本页在 全厅");
  });

  test("the log-in speaks as the browser asks, can be switched, and the page behind it and the next one stay in it", async () => {
    const page = await mounted("manager", { login: true, languages: ["en-US", "zh-CN"], answers: { "/api/hall": HALL, "/api/login": { token: "good" } } });
    says(page, "main", "Staff log-in", "East hall");
    await page.tap("中文");
    says(page, "main", "员工登录", "城东营业厅");
    await page.tap("English");
    await page.tap(/周经理/);
    await page.welcome({ id: "person:1001" });
    assert.equal(document.documentElement.lang, "en");
    const kept = { "hallqueue.language": localStorage.getItem("hallqueue.language")! };
    const next = await mounted("counter", { login: true, kept, answers: { "/api/hall": HALL } });
    says(next, "main", "Choose", "Counter 3");
  });

  test("a screen for customers begins in Chinese, whatever its browser asks and the device has kept", async () => {
    const page = await mounted("lobby", { languages: ["en-US"], kept: { "hallqueue.language": "en" }, answers: { "/api/hall": { ...HALL, name: null } } });
    says(page, "main", "营业厅尚未设置");
  });

  test("whoever is turned away reads why; a token that is no longer good leads back to the log-in", async () => {
    const page = await mounted("manager", { login: true, kept: { "hallqueue.manager.token": "old" }, answers: { "/api/hall": HALL } });
    await page.hears({ type: "bye", code: "wrong_token", text: { zh: "请重新登录", en: "Log in again" }, fields: {} });
    says(page, "main", "员工登录");
    const other = await mounted("window", { url: "/window/?counter=9", kept: { "hallqueue.window.token": "w" }, answers: { "/api/hall": HALL } });
    await other.hears({ type: "bye", code: "no_such_counter", text: { zh: "没有这个窗口", en: "There is no such counter" }, fields: {} });
    says(other, "main", "没有这个窗口", "/window/", "重试", "返回首页");
    await other.passes(16);
    assert.equal(other.reloads, 1);
  });

  test("a newer build renews the page, but not under somebody's hands", async () => {
    const page = await mounted("manager", { login: true, kept: { "hallqueue.manager.token": "m" } });
    const { idle } = await import("../dialogue/reload.ts");
    idle.value = false;
    await page.welcome();
    await page.beat({ build: "b2" });
    const before = page.reloads;
    idle.value = true;
    assert.ok(page.reloads > before);
  });
});
