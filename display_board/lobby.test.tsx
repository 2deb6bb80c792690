// The lobby board: what the whole hall reads, both languages at once, and what it is told when the news stop.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { ago, lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import type { HoursView, LobbyCall, LobbyView } from "@web/wire.ts";

const both = (zh: string, en = zh) => ({ zh, en });
const HOURS: HoursView = { state: "open", opens: "08:30", closes: "16:30", reopens: "", name: both(""), next_day: null, next_opens: "" };
const call = (number: string, counter: string, more: Partial<LobbyCall> = {}): LobbyCall =>
  ({ call: `c-${number}`, announcement: 1, number, counter, counter_name: both(`${counter} 号窗口`, `Counter ${counter}`), zone: both("A 区", "Zone A"), at: ago(5), ...more });
const queue = (letter: string, zh: string, waiting: number, state: string, minutes = 0) =>
  ({ queue: letter, letter, name: both(zh, `Business ${letter}`), zone: both("A 区"), waiting, longest_from: null, wait: { state, minutes, low: 0, why: "", doubtful: false } });
const VIEW: LobbyView = {
  hall: both("城东营业厅", "East hall"), hours: HOURS, hero_seconds: 5, calls: [], missed: [], queues: [], waiting: 0, open_counters: ["1", "2", "3", "5"], open_rooms: [],
  notices: [], posted: [], layout: { rows: 6, orientation: "landscape", shows_queues: true, shows_media: true, shows_map: true }, media: [], map: null, door_code: "",
};
const MAP = {
  zones: [{ id: "A", name: both("A 区", "Zone A"), area: { x: 0, y: 0, width: 50, height: 50 }, here: true }],
  counters: [
    { id: "1", name: both("1 号窗口"), spot: { x: 10, y: 10 }, state: "open", room: false },
    { id: "2", name: both("2 号窗口"), spot: { x: 30, y: 10 }, state: "paused", room: false },
    { id: "R", name: both("洽谈室"), spot: { x: 60, y: 10 }, state: "closed", room: true },
  ],
};

const TURN = 8; // s; not imported: the page must not be loaded before its time stands still

const STATES: [string, Partial<LobbyView>, string[], string[]?][] = [
  ["nobody has been called yet", {}, ["城东营业厅", "East hall", "10:30", "2024-07-10 周三", "开放窗口 1–3 5", "Open counters 1–3 5", "请留意叫号", "Your number will be called here", "办理时间 08:30–16:30", "过号请联系引导员"]],
  ["no counter is open, a room is", { open_counters: [], open_rooms: [both("洽谈室", "Meeting room")] }, ["开放窗口 洽谈室", "Open counters Meeting room"], ["暂无"]],
  ["nothing is open", { open_counters: [] }, ["开放窗口 暂无", "Open counters none"]],
  ["the waits by business", { queues: [queue("A", "交费", 12, "minutes", 25), queue("B", "过户", 1, "soon"), queue("C", "报装", 3, "unknown"), queue("D", "咨询", 0, "soon")] }, ["A 交费 12 人 约 25 分钟", "A Business A 12 waiting 25 min", "B 过户 1 人 很快", "C 报装 3 人 暂无预计", "D 咨询"]],
  ["missed numbers", { missed: ["A018", "A022"] }, ["A018 A022 已过号，请联系引导员", "A018 A022 Missed: please see the guide"]],
  ["a business is suspended", { notices: [{ service: both("报装", "New supply"), reason: both("系统升级", "System upgrade"), until: "15:00" }] }, ["报装暂停：系统升级，约 15:00 恢复", "New supply suspended: System upgrade, back about 15:00"]],
  ["a long notice, whole", { posted: [both("因系统升级，今天下午三点以后电费发票打印暂停，给您带来不便敬请谅解。电子发票可在手机上下载。", "")] }, ["因系统升级，今天下午三点以后电费发票打印暂停，给您带来不便敬请谅解。电子发票可在手机上下载。"]],
  ["the hall's own notice", { posted: [both("今天下午三点停电检修。", "Power is off at three.")] }, ["今天下午三点停电检修。", "Power is off at three."]],
  ["closed, and people still wait", { hours: { ...HOURS, state: "closed" }, waiting: 4 }, ["停止取号", "No more numbers today", "已取号的客户请留意叫号"]],
  ["closed for the day", { hours: { ...HOURS, state: "closed", next_day: "2024-07-11", next_opens: "08:30" } }, ["今日办理已结束", "Closed for today", "7月11日 周四 08:30 开门"]],
  ["the map in the place of the call", { map: MAP }, ["A 区", "您在这里 You are here", "洽谈室"], ["请留意叫号"]],
];

walk("the lobby board", () => {
  let page: Page;
  before(async () => {
    page = await open(() => import("./lobby.tsx"), { url: "/lobby/?zone=A", kept: { "hallqueue.lobby.A.token": "l" } });
  });

  /** All that the board says until everything has had its turn. */
  async function said(turns = 8): Promise<string> {
    const heard = new Set<string>();
    for (let second = 0; second < turns * TURN; second++) {
      heard.add(page.reads("main"));
      await page.passes(1);
    }
    return [...heard].join(" | ");
  }

  test("says in both languages that it connects", async () => {
    const words = await said(1);
    assert.ok(/正在连接…|Connecting…/.test(words), words);
    await page.welcome({ kind: "device", id: "d1", place: "A" });
    assert.equal(page.hello().place, "A");
  });

  for (const [name, change, reads, not = []] of STATES)
    test(name, async () => {
      await page.view({ ...VIEW, ...change });
      const words = await said();
      for (const read of reads) assert.ok(words.includes(read), `"${read}" is not in: ${words}`);
      for (const one of not) assert.ok(!words.includes(one), `"${one}" is in: ${words}`);
    });

  test("the newest call stands large with its way, the others beside it", async () => {
    await page.view({ ...VIEW, calls: [call("A035", "2")] });
    await page.passes(1);
    await page.view({ ...VIEW, calls: [call("A036", "3"), call("A035", "2")] });
    says(page, ".hero", "A035");
    await page.passes(6);
    const words = await said(1);
    assert.ok(words.includes("正在叫号 A 区 A036 3 号窗口") && words.includes("Calling Zone A A036 3 Counter"), words);
    says(page, ".recent", "A035", "2");
    lacks(page, ".recent", "A036");
  });

  test("two calls at once take turns, and none is shown for less than three seconds", async () => {
    await page.passes(6);
    await page.view({ ...VIEW, calls: [call("A038", "1"), call("A037", "5"), call("A036", "3")] });
    await page.passes(1);
    says(page, ".hero", "A037");
    says(page, ".recent", "A038");
    await page.passes(1);
    says(page, ".hero", "A037");
    await page.passes(6);
    says(page, ".hero", "A038");
  });

  test("a second call of a number says so; a room is called by its name; a number of five characters is long", async () => {
    await page.passes(10);
    await page.view({ ...VIEW, calls: [call("A1000", "R1", { announcement: 2, counter_name: both("大客户洽谈室", "Key accounts") })] });
    await page.passes(1);
    const words = await said(1);
    assert.ok(words.includes("再次呼叫 A 区 A1000 大客户洽谈室") && words.includes("Calling again Zone A A1000 Key accounts"), words);
    assert.ok(document.querySelector(".number.long") && document.querySelector(".place.named.long"));
  });

  test("the hall's voice: what was played is told, and a mute browser asks for a touch", async () => {
    page.takes();
    const words = await said(1);
    assert.ok(words.includes("轻触屏幕打开声音") && words.includes("Tap to switch sound on"), words);
    assert.deepEqual(page.takes(), []);
    await page.tap("声音设置 Sound");
    says(page, ".sound-settings", "音量 Volume 100 %", "试听 Test chime");
    await page.type("input[type=range]", "0.5");
    says(page, ".sound-settings", "50 %");
    assert.equal(localStorage.getItem("hallqueue.lobby.volume"), "0.5");
  });

  test("old news say so in letters that carry, and stay", async () => {
    page.mute = true;
    await page.beat();
    await page.passes(7);
    assert.ok(/数据更新中|Updating/.test(page.reads("header")));
    await page.cut();
    await page.passes(26);
    const words = await said(1);
    assert.ok(words.includes("连接中断，信息截至 10:") && words.includes("Offline since 10:"), words);
    says(page, "main", "A1000");
  });
});
