// Before there is a hall the first page offers its set-up and nothing else.
import test, { before } from "node:test";
import { lacks, open, says, walk, type Page } from "@web/testing/page.ts";

walk("the first page without a hall", () => {
  let page: Page;
  before(async () => {
    page = await open(() => import("../start.tsx"), { answers: { "/api/hall": { name: null, industry: "", demo: false, build: "b1", timezone: "", counters: [], zones: [], people: [] } } });
  });

  test("only the set-up is offered", async () => {
    says(page, "body", "营业厅尚未设置", "开始设置");
    lacks(page, "body", "取号机", "演示");
    await page.tap("English");
    says(page, "body", "The hall is not set up yet", "Start the set-up");
  });
});
