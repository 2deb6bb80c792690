// The console at a customer who was prepared, is of a segment, or needs no counter at all.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { ago, lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import { both, CALLING, SERVING, TICKET, VIEW } from "../sample_views.ts";

walk("the clerk's console and the door", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  const answered = async (...digits: string[]) => {
    await page.passes(1); // the first question has the focus then
    for (const digit of digits) await page.key(digit, `Digit${digit}`, document.querySelector("dialog form input")!);
    return await asks(() => page.submit("dialog form"));
  };
  before(async () => {
    page = await open(() => import("../../counter.tsx"), { url: "/counter/?counter=3", width: 1366, height: 768, kept: { "hallqueue.counter.3.token": "c" }, answers: { "/api/me/pin": { has_pin: false }, "/api/catalogue": { hall: both("厅"), businesses: [] } } });
    await page.welcome({ id: "person:1207", name: "王芳", role: "clerk" });
  });

  test("what was prepared and who it is are seen at the call; E says another business, J sends elsewhere", async () => {
    const prepared = { ...TICKET, state: "serving", started_at: ago(60), segment: "company", segment_name: both("企业客户"), steps: [{ name: both("身份证复印"), done: true }, { name: both("表单"), done: false }], terminals: [{ id: "m2", name: both("2 号自助终端"), zone: both("A 区") }], topics: [both("气价")] };
    await page.view({ ...VIEW, ...CALLING, ticket: { ...prepared, state: "called", started_at: null } });
    says(page, ".scene", "企业客户", "预受理 ✓ 身份证复印 已办 ○ 表单 未办");
    await page.view({ ...VIEW, ...SERVING, ticket: prepared });
    await page.key("e", "KeyE", document.body);
    says(page, "dialog", "A037 改业务");
    lacks(page, "dialog", "交费");
    assert.deepEqual(await answered("1"), [{ type: "change_service", ticket: "t1", service: "move" }]);
    await page.done();
    await page.key("j", "KeyJ", document.body);
    says(page, "dialog", "A037 不用在窗口办 号码随之办结，记一次引导。", "已解答", "2 号自助终端 A 区");
    assert.deepEqual(await answered("2"), [{ type: "divert", ticket: "t1", way: "self_service", terminal: "m2" }]);
    await page.done();
    await page.tap(/^引导到/);
    assert.deepEqual(await answered("1", "1"), [{ type: "divert", ticket: "t1", way: "answered", topic: 0 }]);
    await page.done();
    await page.view({ ...VIEW, ...SERVING });
  });
});
