// What the hall tells a kiosk, as the tests of its page have it.
import type { HoursView, KioskService, KioskView, TicketView } from "../../server/web/wire.ts";

export const both = (zh: string, en = zh) => ({ zh, en });
export const NOTHING = both("");
export const HOURS: HoursView = { state: "open", opens: "08:30", closes: "16:30", reopens: "", name: NOTHING, next_day: null, next_opens: "" };
export const service = (id: string, letter: string, zh: string, en: string, more: Partial<KioskService> = {}): KioskService => ({
  id, letter, name: both(zh, en), waiting: 0, wait: { state: "soon", minutes: 0, low: 0, why: "", doubtful: false }, materials: [], e_channels: [], note: NOTHING, fee: NOTHING,
  served: true, suspended: null, suspended_until: "", queue: letter, queue_name: both(`${letter} 类业务`, `Group ${letter}`), near_close: "", terminals: [], ...more,
});
export const PAY = service("pay", "A", "交费", "Payment", { waiting: 12, wait: { state: "minutes", minutes: 25, low: 0, why: "", doubtful: false } });
export const MOVE = service("move", "B", "过户", "Change of owner");
export const VIEW: KioskView = {
  hall: both("城东营业厅", "East hall"), phone: "95598", hours: HOURS, services: [PAY, MOVE], printer: "ok", printer_detail: "", slip: null, offers_head_start: true, segments: [], door_code: "", scan_seconds: 3, space_moves: false, catalogue: "",
};
export const TICKET: TicketView = {
  hall: VIEW.hall, ticket: "t1", token: "secret", number: "A037", service: PAY.name, state: "waiting", ahead: 12, wait: PAY.wait,
  zone: both("A 区", "Zone A"), counter: "", counter_name: null, issued_at: "2024-07-10T02:30:00Z", materials: [both("身份证", "ID card")], phone: "95598", may_give_way: true, may_cancel: true, now_calling: [], agent_materials: [], incomplete: false, fee: NOTHING, limit: NOTHING, forms: [], booked_for: null, arrival: null, never_came: false,
};
