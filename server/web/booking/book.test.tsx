// A time booked by staff: business, day, time, then the code; who is expected, checked in and given up.
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact";
import { speak } from "../language/i18n.ts";
import { lacks, open, says, walk, type Page } from "../testing/page.ts";
import type { AppointmentsOfDay, AppointmentView, BookedDone } from "../wire.ts";
import { whenText } from "./appointment.tsx";
import { BookHere, type BookingAsk } from "./book.tsx";

const both = (zh: string, en = zh) => ({ zh, en });
const SLOT = "2024-07-10T03:30:00Z";
const FULL = "2024-07-10T04:00:00Z";
const IGNITION = both("点火预约", "Ignition");
const OF_DAY: AppointmentsOfDay = {
  bookable: { day: "2024-07-10", days: ["2024-07-10", "2024-07-11"], services: [{ id: "ignition", name: IGNITION, slots: [{ at: SLOT, free: 2 }, { at: FULL, free: 0 }] }] },
  expected: [
    { code: "AAAABBBCCC", service_name: IGNITION, slot: SLOT, standing: "booked", number: "", booked_at: "2024-07-09T03:00:00Z" },
    { code: "DDDDEEEFFF", service_name: IGNITION, slot: FULL, standing: "checked_in", number: "B007", booked_at: "2024-07-09T03:00:00Z" },
  ],
  printers: [{ id: "k1", name: both("东门取号机"), down: true }, { id: "k2", name: both("引导台"), down: false }],
};
const MADE: AppointmentView = {
  hall: both("城东营业厅", "East hall"), phone: "95598", code: "K7M49QTXPA", service: IGNITION, slot: SLOT, opens: "2024-07-10T03:00:00Z", closes: "2024-07-10T03:40:00Z", due: "2024-07-12T02:30:00Z",
  standing: "booked", number: "", may_cancel: true, materials: [both("身份证", "ID card")], agent_materials: [], key_points: [both("严禁自行接通燃气", "Never connect the gas yourself")], fee: both("", ""),
};

walk("booking by staff", () => {
  const asked: object[] = [];
  const ask: BookingAsk = async (command) => {
    asked.push(command);
    return { type: "done", id: "x", seq: 1, result: { appointment: MADE, page: "", ticket: { number: "B008" } } } as unknown as BookedDone as never;
  };
  const shown = (answers: object = { "/api/appointments": OF_DAY }, printer: string | undefined = "k1"): Promise<Page> =>
    open(async () => {
      speak("zh");
      render(<BookHere token="t" printer={printer} ask={ask} />, document.getElementById("app")!);
    }, { answers: { ...answers } });

  test("a full time cannot be chosen, and the one that is booked is shown with its code", async () => {
    const page = await shown();
    says(page, ".times", "点火预约", "7月10日 周三", "7月11日 周四");
    lacks(page, ".times", "11:30");
    page.find("点火预约", ".times label").querySelector("input")!.click();
    await page.passes(0);
    says(page, ".times", "11:30 余 2", "12:00 约满");
    assert.ok(page.find(/12:00/, ".times label").querySelector("input")!.disabled);
    page.find(/11:30/, ".times label").querySelector("input")!.click();
    await page.passes(0);
    await page.tap("预约这个时间");
    assert.deepEqual(asked.pop(), { type: "book_appointment", service: "ignition", slot: SLOT, printer: "k1" });
    says(page, ".made", "K7M4 9QT XPA", "7月10日 周三 11:30", "11:00–11:40", "最迟 07-12 10:30 办到", "请带 身份证", "严禁自行接通燃气");
    await page.tap("再约一个");
    says(page, ".times", "点火预约");
  });

  test("where the page knows no printer it is asked for: one that prints first, the last one again, or no paper", async () => {
    const of = { "/api/appointments": OF_DAY };
    const books = async (page: Page) => {
      page.find("点火预约", ".times label").querySelector("input")!.click();
      await page.passes(0);
      page.find(/11:30/, ".times label").querySelector("input")!.click();
      await page.passes(0);
      await page.tap("预约这个时间");
      return (asked.pop() as { printer: string }).printer;
    };
    lacks(await shown(of), ".booking", "打印");
    const alone = (): Promise<Page> => open(async () => render(<BookHere token="t" ask={ask} />, document.getElementById("app")!), { answers: { ...of } });
    let page = await alone();
    says(page, ".printer", "东门取号机 · 故障", "引导台");
    assert.equal(await books(page), "k2");
    await page.tap("再约一个");
    await page.type(".printer select", "");
    assert.equal(await books(page), "");
    page = await alone();
    await page.type(".printer select", "k1");
    assert.equal(await books(page), "k1");
  });

  test("who is expected is checked in by a tap or by a scanned code, and given up after a question", async () => {
    const page = await shown();
    says(page, ".expected", "11:30 点火预约 AAAA BBB CCC · 未到", "12:00 点火预约 DDDD EEE FFF · 已签到 B007");
    await page.tap("11:30 点火预约 签到取号");
    assert.deepEqual(asked.pop(), { type: "check_in", code: "AAAABBBCCC", printer: "k1" });
    await page.type(".expected input", "http://hall/booking/#code=K7M49QTXPA");
    await page.submit(".expected form");
    assert.deepEqual(asked.pop(), { type: "check_in", code: "http://hall/booking/#code=K7M49QTXPA", printer: "k1" });
    await page.tap("取消 11:30 点火预约");
    says(page, "dialog", "取消这个预约？", "11:30 点火预约 AAAA BBB CCC");
    await page.tap("取消预约", "dialog button");
    assert.deepEqual(asked.pop(), { type: "cancel_appointment", code: "AAAABBBCCC" });
  });

  test("a hall without appointments says so, and one that does not answer as well", async () => {
    const none = await shown({ "/api/appointments": { bookable: { day: "2024-07-10", days: [], services: [] }, expected: [], printers: [] } });
    says(none, ".booking", "本厅没有可预约的业务", "这一天还没有预约");
    const away = await shown({});
    says(away, ".problem", "");
  });
});

test("a time is read with its day", () => {
  speak("en");
  assert.equal(whenText(SLOT), "Wed 10 Jul 11:30");
  speak("zh");
});
