// Whoever comes back with a notice: scans or types, and gets a number, or hears in words why not.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import { both, TICKET, VIEW } from "../sample_views.ts";

const BACK = { language: "zh", priority: "ordinary", priority_reason: "" };

walk("the kiosk and a notice", () => {
  let page: Page;
  const settle = () => page.passes(1);
  const home = async () => {
    await page.view(VIEW);
    await settle();
    for (const word of ["完成", "返回"]) if (document.querySelector(".foot") && page.reads(".foot").includes(word)) await page.tap(word, ".foot button");
    await settle();
  };
  const scan = async (text: string) => {
    for (const key of [...text, "Enter"]) dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true, bubbles: true }));
    await page.passes(0);
  };

  before(async () => {
    page = await open(() => import("../../kiosk.tsx"), { url: "/kiosk/?place=K1", width: 1080, kept: { "hallqueue.kiosk.K1.token": "k" } });
    await page.welcome({ kind: "device", id: "d1", place: "K1" });
  });

  test("a code is pressed as it is read and brings a number (B09)", async () => {
    await home();
    await page.tap("我有告知单");
    await settle();
    says(page, "main", "扫二维码，或输入预约码、到店码、编号", "把预约、远程取号或告知单的二维码对准扫码口");
    for (const letter of "K7M49QTXPB") await page.tap(letter, ".letters button");
    says(page, ".typed", "K7M4 9QT XPB");
    await page.tap("删除一位");
    await page.tap("A", ".letters button");
    page.takes();
    await page.tap("取号");
    says(page, "main", "正在取号，请稍候…");
    assert.deepEqual(page.takes(), [{ type: "come_with_code", code: "K7M49QTXPA", ...BACK }]);
    await page.done({ ticket: TICKET });
    says(page, "main", "您的号码 A037");
  });

  test("a scanner that types the whole address does the same from the first page", async () => {
    await home();
    page.takes();
    await scan("http://hall:8000/notice/#code=K7M49QTXPA");
    assert.deepEqual(page.takes(), [{ type: "come_with_code", code: "http://hall:8000/notice/#code=K7M49QTXPA", ...BACK }]);
    await page.done({ ticket: TICKET });
    says(page, "main", "您的号码 A037");
  });

  test("why it brings nobody back is said where the code stands", async () => {
    await home();
    await scan("K7M49QTXPA");
    await page.refuse("这张告知单已经用过，请重新取号", "This notice has been used; please take a new number.", "notice_used");
    await settle();
    says(page, "main", "这张告知单已经用过，请重新取号", "K7M4 9QT XPA");
    await page.tap("English");
    says(page, "main", "This notice has been used", "Scan your code, or type it");
    await page.tap("中文");
  });

  test("whatever the code is of, it is asked for once, and what the hall says to it is said", async () => {
    await home();
    page.takes();
    await scan("http://hall:8000/ticket/#aB3-_xYz");
    assert.deepEqual(page.takes(), [{ type: "come_with_code", code: "http://hall:8000/ticket/#aB3-_xYz", ...BACK }]);
    await page.refuse("没有这个编号，请核对或到引导台", "This code is not known", "unknown_code");
    await settle();
    says(page, "main", "没有这个编号，请核对或到引导台", "····");
  });

  test("it is in nobody's way: two taps stay two taps, and Enter on a button is no scan", async () => {
    await home();
    await page.tap(/触摸/, ".whole");
    await settle();
    page.takes();
    await scan("abc");
    assert.deepEqual(page.takes(), []);
    await page.view({ ...VIEW, services: Array.from({ length: 8 }, (_, n) => ({ ...VIEW.services[0]!, id: `s${n}`, name: both(`业务${n}`, `Business ${n}`) })) });
    lacks(page, ".foot", "我有告知单");
  });
});
