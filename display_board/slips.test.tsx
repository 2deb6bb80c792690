// The tray of the virtual printer: a demo's is open, a hall's own asks who is there.
import test, { before } from "node:test";
import { ago, open, says, walk, type Page } from "@web/testing/page.ts";

walk("the tray", () => {
  let page: Page;
  before(async () => {
    page = await open(() => import("./slips.tsx"), { url: "/slips/", answers: { "/api/hall": { name: { zh: "城东", en: "East" }, demo: true, counters: [], people: [], zones: [] }, "/api/slips": [] } });
  });

  test("empty, it says how a slip gets there", () => says(page, "body", "虚拟打印机", "还没有打印小票", "在取号机上取一个号"));

  test("slips have their time", async () => {
    page.answers["/api/slips"] = [{ url: "/slip/1.png", at: ago(60) }];
    page.answers["/slip/1.png"] = {};
    await page.passes(3);
    says(page, "main", "10:29");
  });
});
