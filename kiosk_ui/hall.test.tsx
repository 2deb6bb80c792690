// The hall from outside: open or not, the waits, the quiet hours, what to bring; and when nothing can be known (Q42).
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { lacks, open, Refused, says, walk, type Page } from "@web/testing/page.ts";
import { sampleBusiness } from "@web/catalogue/sample_business.ts";
import type { HallNow, KioskService, QuietWeek } from "@web/wire.ts";

const NONE = { zh: "", en: "" };
const PAY: KioskService = {
  id: "pay", name: { zh: "交费", en: "Payment" }, letter: "A", waiting: 4, wait: { state: "minutes", minutes: 10, low: 0, why: "", doubtful: false }, materials: [], e_channels: [], note: NONE, fee: NONE,
  served: true, suspended: null, suspended_until: "", queue: "A", queue_name: { zh: "交费", en: "Payment" }, near_close: "", terminals: [],
};
const HALL: HallNow = {
  hall: { zh: "城东营业厅", en: "East hall" }, phone: "95598", at: "2024-07-10T02:30:00Z",
  hours: { state: "open", opens: "08:30", closes: "16:30", reopens: "", name: NONE, next_day: null, next_opens: "" },
  businesses: [PAY], posted: [{ zh: "周六只办交费", en: "Saturdays: payments only" }], booking: false, remote: null,
  days: [{ day: "2024-07-10", opens: "08:30", closes: "16:30", name: NONE }, { day: "2024-07-11", opens: "", closes: "", name: { zh: "端午节", en: "Dragon Boat" } }],
};
const WEEK: QuietWeek = { weeks: 4, days: [{ weekday: 3, times: [{ begins: "14:00", ends: "14:30", minutes: 4, n: 37 }, { begins: "15:00", ends: "15:30", minutes: 0, n: 12 }] }] };
const WRITTEN = sampleBusiness(
  "pay", { zh: "交费", en: "Payment" }, { materials: [{ zh: "户号", en: "Account number" }, { zh: "上月账单", en: "Last bill" }], fee: { zh: "不收费", en: "Free" } },
  { enough: 1, agent_materials: [{ zh: "委托书", en: "Letter of authority" }], limit: { zh: "当场办结", en: "At once" }, forms: [{ name: { zh: "申请表", en: "Form" }, file: "", document: `${"b".repeat(64)}.pdf`, place: { zh: "填单台", en: "" } }] },
);
const ADDRESS = "/api/hall/now";

const STANDS: [string, Partial<KioskService>, string, string][] = [
  ["waits", {}, "约 10 分钟 等候 4 人", "About 10 min 4 waiting"],
  ["is free", { waiting: 0, wait: { state: "soon", minutes: 0, low: 0, why: "", doubtful: false } }, "很快 无人等候", "Very soon No one waiting"],
  ["serves everybody it has", { waiting: 0 }, "约 10 分钟 窗口都在办理", "All counters busy"],
  ["is suspended", { suspended: { zh: "系统升级", en: "Upgrade" }, suspended_until: "11:00" }, "暂停办理：系统升级 · 预计 11:00 恢复", "Suspended: Upgrade"],
  ["has no counter", { served: false }, "暂无窗口办理", "No counter at the moment"],
  ["has given its last number", { near_close: "stopped" }, "今天的号已发完", "No more numbers today"],
  ["may be too late", { near_close: "warn" }, "今天可能办不完 等候 4 人", "May be too late today"],
];

walk("the hall's public page", () => {
  let page: Page;
  const look = async (answer: unknown) => {
    page.answers[ADDRESS] = answer;
    await page.passes(21);
  };
  before(async () => {
    page = await open(() => import("./hall.tsx"), { url: "/hall/", width: 390, height: 844 });
  });

  test("before anything is known it says that it looks", () => says(page, "main", "正在查询…", "网络不通，正在重试…"));

  test("open or not, the notices, the week, whom to ring", async () => {
    await look(HALL);
    says(page, "main", "城东营业厅", "正在营业 营业时间 08:30–16:30", "周六只办交费", "7月10日 周三", "休息", "端午节", "服务热线 95598", "10:30 更新");
    lacks(page, "main", "预约办理时间", "什么时候人少");
    await page.tap("English");
    says(page, "main", "East hall", "Open now", "Saturdays: payments only", "Dragon Boat", "Hotline 95598");
    await page.tap("中文");
  });

  for (const [what, change, zh, en] of STANDS)
    test(`a business that ${what}`, async () => {
      await look({ ...HALL, businesses: [{ ...PAY, ...change }] });
      says(page, "summary", "交费", zh);
      await page.tap("English");
      says(page, "summary", "Payment", en);
      await page.tap("中文");
    });

  test("a shut hall says when it opens again, and promises no wait", async () => {
    await look({ ...HALL, hours: { ...HALL.hours, state: "closed", next_day: "2024-07-12", next_opens: "08:30" } });
    says(page, "main", "今日办理已结束", "7月12日 周五 08:30 开门", "可办业务");
    lacks(page, "main", "约 10 分钟", "等候 4 人");
  });

  test("quiet hours with how many they are known by", async () => {
    page.answers["/api/quiet"] = WEEK;
    await look(HALL);
    says(page, ".quiet", "最近 4 周", "周三", "14:00–14:30 4 分钟 37 人", "15:00–15:30 不用等 12 人");
  });

  test("a time can be booked where the hall lets anybody", async () => {
    await look({ ...HALL, booking: true });
    assert.equal(document.querySelector(".doors a")?.getAttribute("href"), "/booking/");
  });

  test("a number is taken before one comes, where the hall gives them; it says what that asks (Q42)", async () => {
    const remote = { services: ["pay"], left: 3, arrive_minutes: 45, grace_minutes: 10 };
    await look({ ...HALL, remote });
    says(page, "details .take", "先取号，再过来", "至少保留 45 分钟；轮到时还没到店，再留 10 分钟");
    page.answers["/api/remote"] = () => {
      throw new Refused("remote_full", "远程号现在取完了", "All numbers are taken");
    };
    await page.tap("先取号，再过来");
    says(page, ".take [role=alert]", "远程号现在取完了");
    await look({ ...HALL, remote: { ...remote, left: 0 } });
    says(page, "details .take", "可以先取的号暂时取完了");
    for (const none of [{ ...remote, services: [] }, null]) {
      await look({ ...HALL, remote: none });
      lacks(page, "main", "先取号，再过来");
    }
    await look({ ...HALL, remote, hours: { ...HALL.hours, state: "lunch", reopens: "13:30" } });
    lacks(page, "main", "先取号，再过来");
  });

  test("the number that this phone has is first, and no second one is offered", async () => {
    localStorage.setItem("hallqueue.number", "secret");
    page.answers["/api/ticket/secret"] = { state: "away", token: "secret", number: "A037", service: PAY.name };
    await look({ ...HALL, remote: { services: ["pay"], left: 3, arrive_minutes: 45, grace_minutes: 10 } });
    says(page, ".my-number", "我的号 A037 交费");
    lacks(page, "main", "先取号，再过来");
    page.answers["/api/ticket/secret"] = { state: "finished", token: "secret", number: "A037", service: PAY.name };
    await look(HALL);
    lacks(page, "main", "我的号");
    assert.equal(localStorage.getItem("hallqueue.number"), "");
  });

  test("what to bring, as the catalogue has it; without it, as the kiosk does", async () => {
    await look({ ...HALL, businesses: [{ ...PAY, materials: [{ zh: "缴费卡", en: "Card" }] }] });
    says(page, "details", "请准备 缴费卡");
    page.answers["/api/catalogue"] = { hall: HALL.hall, businesses: [WRITTEN] };
    await page.passes(6);
    says(page, "details", "请准备 户号 上月账单 有前 1 样即可先受理，其余过后补交", "代办另带 委托书", "要填的表 申请表（填单台） 打开", "费用 不收费", "办结时限 当场办结");
  });

  test("a hall with many businesses is searched, by what is written and by how it is read", async () => {
    const six = ["pay", "a", "b", "c", "d", "e"].map((id) => ({ ...PAY, id, ...(id === "pay" ? {} : { name: { zh: `业务${id}`, en: id } }) }));
    lacks(page, "main", "没有找到");
    assert.equal(document.querySelector("[type=search]"), null);
    await look({ ...HALL, businesses: six });
    for (const words of ["户号", "jf", "jiaofei", "交费 账单"]) {
      await page.type("[type=search]", words);
      says(page, ".businesses", "交费");
      lacks(page, ".businesses", "业务a");
    }
    await page.type("[type=search]", "水表");
    says(page, ".businesses", "没有找到“水表”");
    await page.type("[type=search]", "");
    says(page, ".businesses", "业务e");
  });

  test("without a network the last news stay", async () => {
    delete page.answers[ADDRESS];
    await page.passes(21);
    says(page, "main", "城东营业厅", "网络不通，正在重试… 以上是 10:30 的情况");
  });
});
