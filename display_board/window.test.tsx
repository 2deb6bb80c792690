// The display above a counter: what somebody reads there at each moment, both languages at once.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { ago, lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import type { WindowView } from "@web/wire.ts";

const VIEW: WindowView = {
  counter: "3", name: { zh: "3 号窗口", en: "Counter 3" }, state: "open_idle",
  profile: { zh: "综合业务", en: "General" }, business: [{ zh: "交费", en: "Payment" }, { zh: "咨询", en: "" }],
  dedicated: false, room: false, staff: "1207", number: "", call: "", announcement: 0, announced_at: null,
  pause_reason: "", instead: [], instead_rooms: [],
};
const CALLED = { state: "calling", number: "A037", call: "c1", announcement: 1, announced_at: ago(1) };
const ROOM = { zh: "洽谈室", en: "Meeting room" };

type State = [string, Partial<WindowView>, string[], string[]?];
const STATES: State[] = [
  ["free", {}, ["空闲 Free", "3 号窗口 Counter", "交费 · 咨询 Payment", "工号 1207 Clerk 1207"], ["专席"]],
  ["calling", CALLED, ["请 Now calling", "A037", "到本窗口办理 Please come to this counter"]],
  ["a number of five characters", { ...CALLED, number: "A1000" }, ["A1000"]],
  ["serving", { state: "serving", number: "A037" }, ["正在办理 Now serving A037"], ["到本窗口办理"]],
  ["paused, with a way on", { state: "paused", pause_reason: "就餐", instead: ["1", "5"] }, ["暂停服务 Temporarily closed", "就餐 Meal break", "请到 1、5 号窗口 Please go to counter 1, 5"]],
  ["paused, in the clerk's own words", { state: "paused", pause_reason: "取材料" }, ["取材料"], ["请到"]],
  ["closed, and the business is done in a room", { state: "closed", instead_rooms: [ROOM] }, ["关闭 Closed", "请到洽谈室 Please go to Meeting room"]],
  ["a room, with a long name", { counter: "R1", room: true, name: { zh: "大客户综合能源服务洽谈室", en: "Key account room" } }, ["大客户综合能源服务洽谈室 Key account room"], ["R1"]],
  ["dedicated, nobody known to sit there", { dedicated: true, staff: "" }, ["专席 Dedicated"], ["工号"]],
  ["a state of a newer server", { state: "dreaming" }, ["空闲 Free"]],
];

walk("the display above a counter", () => {
  let page: Page;
  before(async () => {
    page = await open(() => import("./window.tsx"), { url: "/window/?counter=3", kept: { "hallqueue.window.3.token": "w" } });
  });

  test("says that it connects, and who it is", async () => {
    says(page, "main", "数据更新中");
    await page.welcome({ kind: "device", id: "d1", place: "3" });
    assert.equal(page.hello().screen, "window");
    assert.equal(page.hello().place, "3");
  });

  for (const [name, change, reads, not = []] of STATES)
    test(name, async () => {
      await page.view({ ...VIEW, ...change });
      says(page, "body", ...reads);
      lacks(page, "body", ...not);
    });

  test("a call blinks for six seconds, and the hall is told once that it stands there", async () => {
    await page.view({ ...VIEW });
    page.takes();
    await page.view({ ...VIEW, ...CALLED, call: "c2" });
    assert.ok(document.querySelector(".called.blinking"));
    await page.passes(2);
    assert.deepEqual(page.takes(), [{ type: "record_shown", call: "c2", screen: "window:3" }]);
    await page.view({ ...VIEW, ...CALLED, call: "c3", announced_at: ago(30) });
    assert.ok(!document.querySelector(".called.blinking"));
  });

  test("old news says so, and stays", async () => {
    page.mute = true;
    await page.beat();
    lacks(page, ".freshness", "数据更新中");
    await page.passes(7);
    says(page, ".freshness", "数据更新中 Updating");
    await page.cut();
    await page.passes(25);
    says(page, ".freshness", "数据更新中，最后更新 10:30 Updating, last update 10:30");
    says(page, "body", "A037");
  });
});
