// The customer's own phone: what it reads at each step of a number's life, and when it cannot know.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { lacks, open, Refused, says, walk, type Page } from "@web/testing/page.ts";
import type { TicketView } from "@web/wire.ts";

const DOCUMENT = `${"b".repeat(64)}.pdf`;
const TICKET: TicketView = {
  hall: { zh: "城东营业厅", en: "East hall" }, ticket: "t1", token: "secret", number: "A037", service: { zh: "交费", en: "Payment" }, state: "waiting",
  ahead: 5, wait: { state: "minutes", minutes: 10, low: 0, why: "", doubtful: false }, zone: { zh: "A 区", en: "Zone A" }, counter: "", counter_name: null,
  issued_at: "2024-07-10T02:30:00Z", materials: [{ zh: "身份证", en: "ID card" }],
  phone: "95598", may_give_way: true, may_cancel: true, now_calling: [{ number: "A034", counter_name: { zh: "2 号窗口", en: "Counter 2" } }],
  agent_materials: [], incomplete: false, fee: { zh: "", en: "" }, limit: { zh: "", en: "" }, forms: [], booked_for: null, arrival: null, never_came: false,
};
const ARRIVAL = { code: "K7M49QTXPA", until: null, passed: false, by_network: true };
const ADDRESS = "/api/ticket/secret";
const AT = { counter: "3", counter_name: { zh: "3 号窗口", en: "Counter 3" } };

const STATES: [Partial<TicketView>, string[], string[]][] = [
  [{}, ["请等候叫号", "前面 5 人", "约 10 分钟", "请到 A 区", "身份证", "正在办理 A034 2 号窗口", "服务热线 95598"], ["Please wait for your call", "Ahead of you 5", "Zone A", "ID card"]],
  [{ booked_for: "2024-07-10T03:30:00Z" }, ["预约 11:30", "从这个时间起叫号"], ["Appointment 11:30", "called from then on"]],
  [{ ahead: 3 }, ["快到您了，请回到大厅等候", "前面 3 人"], ["Nearly your turn: please be in the hall"]],
  [{ ahead: 0, materials: [] }, ["没有人，请留意叫号"], ["No one, listen for your call"]],
  [
    { agent_materials: [{ zh: "委托书", en: "Letter of authority" }], fee: { zh: "5 元/户", en: "5 yuan" }, limit: { zh: "当场办结", en: "At once" }, forms: [{ name: { zh: "申请表", en: "Form" }, file: "", document: DOCUMENT, place: { zh: "填单台", en: "the form desk" } }] },
    ["请准备 身份证", "代办另带 委托书", "要填的表 申请表（填单台） 打开", "费用 5 元/户", "办结时限 当场办结"],
    ["Bring ID card", "For somebody else Letter of authority", "Forms Form (the form desk) Open", "Fee 5 yuan", "Done within At once"],
  ],
  [{ materials: [], incomplete: true }, ["请准备 材料请咨询引导员"], ["Bring Please ask a guide"]],
  [{ state: "form_filling" }, ["请等候叫号"], ["Please wait for your call"]],
  [{ state: "called", ...AT }, ["叫到您了 请到 3 号窗口"], ["It is your turn Please go to Counter 3"]],
  [{ state: "serving", ...AT }, ["正在为您办理"], ["You are being served"]],
  [{ state: "parked" }, ["请稍候，窗口会再叫您"], ["the counter will call you again"]],
  [{ state: "no_show" }, ["已过号，请联系引导员恢复"], ["Your call was missed; please ask a guide"]],
  [{ state: "finished" }, ["已办完，谢谢光临"], ["All done. Thank you"]],
  [{ state: "cancelled" }, ["已取消排队，不再叫号。还要办理，请重新取号"], ["You have left the queue"]],
  [{ state: "walkout" }, ["已登记您离开，不再叫号"], ["Still here? Ask a guide"]],
  [{ state: "away", arrival: ARRIVAL }, ["到店确认后才叫您", "您还没有到店确认", "位置给您留着", "我到了，已连大厅 Wi-Fi", "K7M4 9QT XPA", "前面 5 人", "放弃排队"], ["You have not confirmed your arrival", "Your place is kept"]],
  [{ state: "away", arrival: { ...ARRIVAL, until: "2024-07-10T02:45:00Z" } }, ["前面没有人了，10:45 前到店确认有效"], ["confirm by 10:45"]],
  [{ state: "away", arrival: { ...ARRIVAL, until: "2024-07-10T02:45:00Z", passed: true } }, ["叫过您的位置了。10:45 前到店确认"], ["Your turn has passed"]],
  [{ state: "expired", never_came: true }, ["您没有在时限内到店确认，号码已作废"], ["did not confirm your arrival in time"]],
  [{ state: "expired" }, ["号码已失效"], ["This number has expired"]],
  [{ state: "ended_by_system" }, ["当天已结束，不再叫号"], ["The day is over"]],
];

walk("the phone page", () => {
  let page: Page;
  let shook = 0;
  const look = async (answer: unknown) => {
    page.answers[ADDRESS] = answer;
    await page.passes(6);
  };
  before(async () => {
    page = await open(
      () => {
        navigator.vibrate = () => (shook++, true);
        return import("./ticket.tsx");
      },
      { url: "/t/#secret", width: 390, height: 844 },
    );
  });

  test("before anything is known it says that it looks", async () => {
    says(page, "main", "正在查询…", "网络不通，正在重试…");
  });

  for (const [change, zh, en] of STATES)
    test(`a number that is ${change.state ?? "waiting"}${change.ahead === 0 ? ", and next" : ""}`, async () => {
      await look({ ...TICKET, ...change });
      says(page, "body", "城东营业厅", "您的号码 A037", "交费", ...zh);
      assert.ok(document.title.startsWith("A037"));
      await page.tap("English");
      says(page, "body", "East hall", "Your number A037", "Payment", ...en);
      await page.tap("中文");
    });

  test("it promises to ring, and shakes, only after a tap: no phone allows it before", async () => {
    assert.equal(shook, 0);
    await look(TICKET);
    await page.tap("点一下，快到我时响铃");
    says(page, "main", "已打开：前面剩 3 人和叫到您时会响铃并震动");
    await look({ ...TICKET, ahead: 2 });
    await look({ ...TICKET, ahead: 1 });
    assert.equal(shook, 1);
    await look({ ...TICKET, state: "called", ...AT });
    await look({ ...TICKET, state: "called", ...AT });
    assert.equal(shook, 2);
  });

  test("who is here says so by the Wi-Fi or by the code at the door, and is told what was wrong (Q42)", async () => {
    const away: TicketView = { ...TICKET, state: "away", arrival: ARRIVAL };
    await look(away);
    page.answers["/api/ticket/secret/arrive"] = () => {
      throw new Refused("not_in_the_hall", "这部手机没有连着大厅 Wi-Fi", "This phone is not on the hall's Wi-Fi");
    };
    await page.tap("我到了，已连大厅 Wi-Fi");
    says(page, ".arrival [role=alert]", "这部手机没有连着大厅 Wi-Fi");
    await page.type(".arrival input", "48a21");
    page.answers["/api/ticket/secret/arrive"] = { ...TICKET, arrival: null };
    await page.tap("确认到店");
    says(page, "main", "请等候叫号");
    lacks(page, "main", "您还没有到店确认");
    await look({ ...away, arrival: { ...ARRIVAL, by_network: false } });
    lacks(page, ".arrival", "已连大厅 Wi-Fi");
    assert.ok(document.querySelector('.arrival img[src="/api/qr/secret.svg"]'));
  });

  test("a moment is asked for once, and giving up is asked twice (5.10)", async () => {
    await look(TICKET);
    await page.tap("稍后再叫我");
    says(page, "dialog", "A037 让后面 3 位客户先办，位置保留。只能用一次");
    page.answers["/api/ticket/secret/later"] = { ...TICKET, ahead: 3, may_give_way: false };
    await page.tap("稍后再叫", "dialog .primary");
    lacks(page, "main", "稍后再叫我");
    await page.tap("放弃排队");
    says(page, "dialog", "A037 将作废");
    await page.tap("继续等候", "dialog button");
    page.answers["/api/ticket/secret/cancel"] = { ...TICKET, state: "cancelled", may_cancel: false, may_give_way: false };
    await page.tap("放弃排队");
    await page.tap("放弃排队", "dialog .danger");
    says(page, "main", "已取消排队，不再叫号");
    lacks(page, "main", "谢谢光临");
    await look(TICKET);
    page.answers["/api/ticket/secret/cancel"] = () => {
      throw new Refused("wrong_state", "A037 已叫号，不能作废", "A037 is called");
    };
    await page.tap("放弃排队");
    await page.tap("放弃排队", "dialog .danger");
    says(page, ".toasts", "A037 已叫号，不能作废");
  });

  test("without a network the last news stay", async () => {
    await look(TICKET);
    delete page.answers[ADDRESS];
    await page.passes(6);
    says(page, "main", "网络不通，正在重试… 下面是刚才的情况", "A037");
    await page.passes(125); // a phone's own clock may be wrong: how old, and not at what time
    says(page, ".trouble", "下面是 2 分钟前的情况");
    lacks(page, "main", "每 5 秒自动刷新");
    await look(TICKET);
    lacks(page, "main", "网络不通", "分钟前的情况");
    says(page, "main", "每 5 秒自动刷新");
  });

  test("a number that is gone, and one that a restored hall does not know", async () => {
    await look(() => {
      throw new Refused("number_lost", "请把小票交给引导员", "Please show your slip to a guide");
    });
    says(page, "main", "请把小票交给引导员");
    lacks(page, "main", "A037");
    await look(() => {
      throw new Refused("locked_out", "请稍候", "Too many");
    });
    says(page, "main", "网络不通，正在重试…");
    lacks(page, "main", "查不到这个号码");
    await look(() => {
      throw new Refused("not_found", "没有", "None");
    });
    page.answers["/api/hall"] = { name: TICKET.hall, phone: "95598" };
    await page.passes(6);
    says(page, "main", "查不到这个号码，可能已失效 号码当天有效。请重新取号，或到大厅找引导员", "城东营业厅 服务热线 95598");
    assert.ok(document.querySelector('a[href="tel:95598"]'));
    assert.equal(document.querySelector(".none a")?.getAttribute("href"), "/hall/");
  });
});
