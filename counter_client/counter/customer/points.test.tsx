// What the clerk says once before the customer goes: what is missing, and what matters.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { open, says, walk, type Page } from "@web/testing/page.ts";
import { both, can, CATALOGUE, SERVING, VIEW } from "../sample_views.ts";

const REMEDY = { state: "open", unsettled: true, script: both("让您久等了，非常抱歉。"), script_version: 2, acknowledged: false, gifts: [], gift: "", settled_by: "" };

walk("the clerk's console and what is said once", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  before(async () => {
    page = await open(() => import("../../counter.tsx"), { url: "/counter/?counter=3", width: 1366, height: 768, kept: { "hallqueue.counter.3.token": "k" }, answers: { "/api/catalogue": CATALOGUE } });
    await page.welcome();
  });

  test("what is missing is told once: O, digits, Enter; K says that the points were told, K again prints the card (B09, E32, B11)", async () => {
    await page.view({ ...VIEW, ...SERVING });
    await page.key("o", "KeyO", document.body);
    says(page, "dialog", "一次告知 · A037", "1 户号");
    await page.key("1", "Digit1", document.querySelector(".notice-sheet")!);
    const notice = { type: "give_notice", ticket: "t1", missing: [0], agent: false, also: "", leaves: true, printer: "K1" };
    assert.deepEqual(await asks(() => page.submit(".notice-sheet")), [notice]);
    await page.done();
    assert.equal(document.querySelector(".notice-sheet"), null);
    assert.deepEqual(await asks(() => page.key("k", "KeyK", document.body)), [{ type: "tell_key_points", ticket: "t1", printer: "" }]);
    await page.done();
    await page.view({ ...VIEW, ...SERVING, ticket: { ...SERVING.ticket, points_told: true } });
    says(page, ".facts", "已告知 ✓ 打印办理卡");
    assert.deepEqual(await asks(() => page.key("k", "KeyK", document.body)), [{ type: "tell_key_points", ticket: "t1", printer: "K1" }]);
    await page.done();
    await page.view({ ...VIEW, paper: { ticket: "t1", number: "A037", state: "unknown", code: "K7M4 9QT XPA" } });
    says(page, ".stage", "A037 的告知单没打好", "K7M4 9QT XPA");
    assert.deepEqual(await asks(() => page.tap("补打")), [{ type: "reprint_slip", ticket: "t1", printer: "" }]);
    await page.done();
    await page.view({ ...VIEW, ...SERVING, paper: { ticket: "t1", number: "A037", state: "queued", code: "" } });
    says(page, ".stage", "A037 的告知单正在打印");
    await page.key("o", "KeyO", document.body);
    await page.view(VIEW); // the customer has gone, and what was being written with them
    assert.equal(document.querySelector(".notice-sheet"), null);
  });

  test("where there is nothing but money, K says that it was counted, once (B12)", async () => {
    const entry = { ...CATALOGUE.businesses[0]!.entry, key_points: [] };
    page.answers["/api/catalogue"] = { ...CATALOGUE, businesses: [{ ...CATALOGUE.businesses[0]!, entry }] };
    await page.view({ ...VIEW, ...SERVING });
    await page.key("l", "KeyL", document.body); // the handbook is asked for anew
    await page.tap("关闭", "dialog button");
    says(page, ".facts", "单据交待清楚，钱款当面点清 已点清");
    assert.deepEqual(await asks(() => page.key("k", "KeyK", document.body)), [{ type: "tell_key_points", ticket: "t1", printer: "" }]);
    await page.done();
    await page.view({ ...VIEW, ...SERVING, ticket: { ...SERVING.ticket, points_told: true } });
    says(page, ".facts", "单据交待清楚，钱款当面点清 ✓");
    assert.deepEqual(await asks(() => page.key("k", "KeyK", document.body)), []);
    page.answers["/api/catalogue"] = CATALOGUE;
    await page.key("l", "KeyL", document.body);
    await page.tap("关闭", "dialog button");
  });

  test("without paper the notice is held out to be photographed, whoever has gone meanwhile (B09)", async () => {
    await page.view({ ...VIEW, ...SERVING });
    await page.key("o", "KeyO", document.body);
    await page.key("1", "Digit1", document.querySelector(".notice-sheet")!);
    await page.type(".printer select", "");
    assert.deepEqual((await asks(() => page.submit(".notice-sheet"))).map((one) => one.printer), [""]);
    const notice = { hall: both("厅"), phone: "", kind: "missing", state: "good", service: both("交费"), missing: [{ name: both("户号"), agent: false }], reason: both(""), last_day: "2024-07-12", code: "K7M49QTXPA", days: [] };
    await page.done({ ticket: "t1", number: "A037", counter: "3", notice });
    await page.view(VIEW);
    says(page, "dialog", "一次告知单 · A037", "K7M4 9QT XPA", "户号");
    assert.deepEqual(await asks(() => page.key(" ", "Space", document.querySelector("dialog")!)), []); // the keys behind it sleep
    assert.deepEqual(await asks(() => page.tap("打印一张")), [{ type: "reprint_slip", ticket: "t1", printer: "K1" }]);
    await page.done();
    assert.equal(document.querySelector("dialog"), null);
  });

  test("who comes for somebody brings more, chosen beside the papers and had by the notice (B02)", async () => {
    const entry = { ...CATALOGUE.businesses[0]!.entry, agent_materials: [both("委托书")] };
    page.answers["/api/catalogue"] = { ...CATALOGUE, businesses: [{ ...CATALOGUE.businesses[0]!, entry }] };
    await page.view({ ...VIEW, ...SERVING });
    await page.key("l", "KeyL", document.body); // the handbook is asked for anew
    await page.tap("关闭", "dialog button");
    await page.tap("代办", ".facts button");
    says(page, ".facts", "身份证 · 委托书");
    await page.key("o", "KeyO", document.body);
    says(page, "dialog", "2 委托书 代办");
    await page.tap("取消", "dialog button");
    await page.tap("代办", ".facts button");
    page.answers["/api/catalogue"] = CATALOGUE;
  });

  test("whichever key sends away who is owed a remedy, it is asked once: F, J, O and the pass (R06)", async () => {
    const owed = { ...VIEW, ...SERVING, ticket: { ...SERVING.ticket, remedy: REMEDY }, can: can("give_gift", "finish_ticket", "divert") };
    const asked = "补救未处理，将记为漏。";
    await page.view(owed);
    const yes = () => asks(() => page.submit("dialog form.sheet"));
    await page.key("f", "KeyF", document.body);
    says(page, "dialog", asked);
    assert.deepEqual(await yes(), [{ type: "finish_ticket", counter: "3", ticket: "t1" }]);
    await page.done();
    await page.key("j", "KeyJ", document.body);
    await page.passes(1);
    await page.key("1", "Digit1", document.querySelector("dialog form input")!);
    assert.deepEqual(await yes(), []);
    says(page, "dialog", "A037 就要离开", asked, "仍然让客户离开");
    assert.deepEqual(await yes(), [{ type: "divert", ticket: "t1", way: "answered" }]);
    await page.done();
    await page.key("o", "KeyO", document.body);
    await page.key("1", "Digit1", document.querySelector(".notice-sheet")!);
    assert.deepEqual(await asks(() => page.submit(".notice-sheet")), []);
    says(page, "dialog:has(.sheet)", asked);
    await page.tap("取消", "dialog:has(.sheet) button");
    assert.equal(document.querySelector("dialog form.sheet"), null); // what was ticked stays to be given
    assert.deepEqual(await asks(() => page.submit(".notice-sheet")), []);
    const notice = { type: "give_notice", ticket: "t1", missing: [0], agent: false, also: "", leaves: true, printer: "K1" };
    assert.deepEqual(await yes(), [notice]);
    await page.done();
    assert.deepEqual(await asks(() => page.tap("系统故障")), []);
    assert.deepEqual(await yes(), [{ type: "give_pass", ticket: "t1", reason: "系统故障", printer: "K1" }]);
    await page.done();
    await page.view(VIEW);
  });
});
