// Who comes with a code to the guide gets a number for it, whichever kind it is.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { open, says, walk, type Page } from "@web/testing/page.ts";
import { both, TICKET, VIEW } from "./sample_view.ts";

walk("a code at the guide's tablet", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  const take = () => asks(() => page.tap("凭编号取号"));
  const wish = { type: "come_with_code", language: "zh", printer: "k2" };
  before(async () => {
    page = await open(() => import("../guide.tsx"), { url: "/guide/", width: 1024, height: 768, kept: { "hallqueue.guide.token": "g", "hallqueue.guide.printer": "k2" }, answers: { "/api/catalogue": { hall: both("厅"), businesses: [] } } });
    await page.welcome({ role: "guide" });
    await page.view(VIEW);
    await page.tap("取号");
  });

  test("a notice brings its holder a number", async () => {
    await page.type("label:编号", "k7m4 9qt xpa");
    assert.deepEqual(await take(), [{ ...wish, code: "k7m4 9qt xpa" }]);
    await page.done({ ticket: TICKET });
    says(page, "main", "已取号 A099");
    await page.tap("再取一个");
  });

  test("its paper is printed once more from there, three taps from anywhere (B09)", async () => {
    await page.type("label:编号", "K7M49QTXPA");
    assert.deepEqual(await asks(() => page.tap("补打这张单")), [{ type: "print_paper", code: "K7M49QTXPA", printer: "k2" }]);
    await page.done({});
    assert.equal(document.querySelector<HTMLInputElement>(".with-code input")!.value, "");
  });

  test("an appointment's code is asked the same way, once, and what the hall says to it is said", async () => {
    await page.type("label:编号", "K7M49QTXPA");
    assert.deepEqual(await take(), [{ ...wish, code: "K7M49QTXPA" }]);
    await page.refuse("预约时间是 09:30，请在 09:00 以后签到", "Check in from 09:00 on", "too_early");
    says(page, "body", "请在 09:00 以后签到");
  });
});
