// A notice on its holder's own phone: what it says while it is good, when it is not, and when it cannot know.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { lacks, open, Refused, says, walk, type Page } from "@web/testing/page.ts";
import type { NoticeView } from "@web/wire.ts";

const NOTICE: NoticeView = {
  hall: { zh: "城东营业厅", en: "East hall" }, phone: "95598", kind: "missing", state: "good", service: { zh: "更名过户", en: "Change of account holder" },
  missing: [{ name: { zh: "产权证", en: "Proof of ownership" }, agent: false }, { name: { zh: "委托书", en: "Letter of authority" }, agent: true }],
  reason: { zh: "", en: "" }, last_day: "2024-08-09", code: "K7M49QTXPA",
  days: [{ day: "2024-07-10", opens: "08:30", closes: "16:30", name: { zh: "", en: "" } }, { day: "2024-07-11", opens: "", closes: "", name: { zh: "端午节", en: "Dragon Boat" } }, { day: "2024-07-12", opens: "00:00", closes: "24:00", name: { zh: "", en: "" } }],
};
const ADDRESS = "/api/notice/K7M49QTXPA";

walk("a notice's page", () => {
  let page: Page;
  const look = async (answer: unknown) => {
    page.answers[ADDRESS] = answer;
    await page.passes(61);
  };
  before(async () => {
    page = await open(() => import("./notice.tsx"), { url: "/notice/#code=K7M49QTXPA", width: 390, height: 844 });
  });

  test("before anything is known it says that it looks", () => says(page, "main", "正在查询…", "网络不通，正在重试…"));

  test("it says what is missing, until when, how to come back, and when the hall is open (B09)", async () => {
    await look(NOTICE);
    says(page, "body", "城东营业厅", "一次告知单", "更名过户", "有效至 8月9日 周五", "还缺 2 样", "产权证", "委托书", "代办", "连同已带的材料一起带来", "我有告知单、预约或远程号", "K7M4 9QT XPA", "排队位置提前");
    says(page, ".hours", "7月10日 周三", "08:30–16:30", "休息", "端午节", "7月12日 周五 全天开放");
    says(page, ".hall-phone", "服务热线 95598");
    await page.tap("English");
    says(page, "body", "East hall", "What to bring", "Good until Fri 9 Aug", "Still missing: 2", "Letter of authority", "agent", "Closed", "Dragon Boat");
    await page.tap("中文");
  });

  test("a pass says why, and lists nothing", async () => {
    await look({ ...NOTICE, kind: "pass", missing: [], reason: { zh: "系统故障", en: "" } });
    says(page, "main", "二次优先卡", "原因：系统故障", "最迟 8月9日 周五 再来大厅");
    lacks(page, "main", "还缺");
  });

  test("one that no longer brings back still says which papers", async () => {
    await look({ ...NOTICE, state: "used" });
    says(page, "main", "已凭它取过号", "产权证", "营业时间");
    lacks(page, "main", "K7M4 9QT XPA");
    await look({ ...NOTICE, state: "over" });
    says(page, "main", "已于 8月9日 周五 到期", "产权证");
  });

  test("without a network the last news stay; a wrong code helps on", async () => {
    delete page.answers[ADDRESS];
    await page.passes(61);
    says(page, "main", "产权证", "网络不通，正在重试…");
    page.answers["/api/hall"] = { name: NOTICE.hall, phone: "95598" };
    page.answers[ADDRESS] = () => {
      throw new Refused("not_found", "没有", "None");
    };
    await page.passes(6);
    says(page, "body", "城东营业厅", "查不到这张告知单", "重新取号", "服务热线 95598");
    assert.equal(document.querySelectorAll("input").length, 0);
  });
});
