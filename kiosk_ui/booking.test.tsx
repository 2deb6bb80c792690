// The public page of appointments: a time chosen, its code shown, seen again and given up; nothing where it is off.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { phoneWord } from "@web/dialogue/phone_word.ts";
import { lacks, open, Refused, says, walk, type Page } from "@web/testing/page.ts";
import type { AppointmentView, PublicBooking } from "@web/wire.ts";

const both = (zh: string, en = zh) => ({ zh, en });
const SLOT = "2024-07-10T03:30:00Z";
const OFF: PublicBooking = { hall: both("城东营业厅", "East hall"), phone: "95598", bookable: null };
const ON: PublicBooking = {
  ...OFF,
  bookable: { day: "2024-07-10", days: ["2024-07-10", "2024-07-11"], services: [{ id: "install", name: both("新装", "New supply"), slots: [{ at: SLOT, free: 1 }] }] },
};
const MINE: AppointmentView = {
  hall: OFF.hall, phone: "95598", code: "K7M49QTXPA", service: both("新装", "New supply"), slot: SLOT, opens: "2024-07-10T03:00:00Z", closes: "2024-07-10T03:40:00Z", due: null,
  standing: "booked", number: "", may_cancel: true, materials: [both("身份证", "ID card")], agent_materials: [], key_points: [], fee: both("", ""),
};
const OWN = "/api/booking/K7M49QTXPA";

walk("the booking page", () => {
  let page: Page;
  before(async () => {
    page = await open(() => import("./booking.tsx"), { url: "/booking/", width: 390, height: 844, languages: ["zh-CN"], answers: { "/api/booking": ON } });
  });

  test("a time is booked in three choices, kept as a picture, and given up after a question (Q22)", async () => {
    says(page, "main", "预约办理时间", "新装", "7月10日 周三", "请先选业务和时间", "不需要姓名和电话");
    page.find("新装", ".times label").querySelector("input")!.click();
    await page.passes(0);
    page.find(/11:30/, ".times label").querySelector("input")!.click();
    await page.passes(0);
    page.answers = { "/api/booking": ({ slot }: { slot?: string }) => { if (slot) throw new Refused("booked_enough", "这个网络今天预约已满", "No more today"); return ON; } };
    await page.tap("预约 7月10日 周三 11:30");
    assert.equal(page.find("这个网络今天预约已满", "[role=alert]").nextElementSibling?.textContent, "预约 7月10日 周三 11:30"); // said at the button
    page.answers = { "/api/booking": MINE, [OWN]: MINE, [`${OWN}/cancel`]: { ...MINE, standing: "cancelled", may_cancel: false } };
    await page.tap("预约 7月10日 周三 11:30");
    assert.deepEqual({ ...page.sent["/api/booking"], id: "" }, { id: "", phone: phoneWord(), service: "install", slot: SLOT });
    says(page, "main", "已预约", "请截图保存", "K7M4 9QT XPA", "请带 身份证");
    assert.equal(location.hash, "#code=K7M49QTXPA");
    await page.tap("取消预约");
    says(page, "main", "取消后时间留给别人，不能恢复");
    await page.tap("确定取消");
    says(page, "main", "已取消");
    lacks(page, "main", "K7M4 9QT XPA");
  });

  test("where the hall does not offer it, one's own is still found by its code", async () => {
    page.answers = { "/api/booking": OFF, [OWN]: MINE, "/api/booking/AAAAAAAAAA": () => { throw new Refused("not_found", "没有找到", "Not found"); } };
    await page.tap("再约一个");
    await page.passes(61);
    says(page, "main", "本厅不在网上预约", "服务热线 95598");
    await page.type(".own-code input", "aaaa aaa aaa");
    await page.submit(".own-code");
    says(page, "main", "没有这个预约，请核对预约码");
    await page.type(".own-code input", "k7m4 9qt xpa");
    await page.submit(".own-code");
    says(page, "main", "K7M4 9QT XPA");
    await page.tap("English");
    says(page, "main", "New supply Wed 10 Jul 11:30", "Please keep a screenshot");
  });
});
