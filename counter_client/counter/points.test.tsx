// What the clerk says once before the customer goes: what is missing, and what matters.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { open, says, walk, type Page } from "@web/testing/page.ts";
import { CATALOGUE, SERVING, VIEW } from "./sample_views.ts";

walk("the clerk's console and what is said once", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  before(async () => {
    page = await open(() => import("../counter.tsx"), { url: "/counter/?counter=3", width: 1366, height: 768, kept: { "hallqueue.counter.3.token": "k" }, answers: { "/api/catalogue": CATALOGUE } });
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
});
