// What the hall tells a guide's tablet, as the tests of its page have it.
import { ago, NOW } from "@web/testing/page.ts";
import type { DoorService, GuideRow, GuideView, NoticeView, RemedyBanner, TaskRow, TicketView } from "../../server/web/wire.ts";

export const both = (zh: string, en = zh) => ({ zh, en });
export const GIFT = { id: "umbrella", name: both("雨伞", "Umbrella"), unit_cost_fen: 1500, stock: 8, low: false, usable: true };
export const REMEDY: RemedyBanner = { state: "open", unsettled: true, script: both("让您久等了。", "We are sorry."), script_version: 4, acknowledged: false, gifts: [], gift: "", settled_by: "" };
export const row = (number: string, seconds: number, more: Partial<GuideRow> = {}): GuideRow => ({
  id: `t-${number}`, number, service_name: both("交费", "Payment"), queue: "A", zone: "A", state: "waiting", clock_from: ago(seconds), priority: false, priority_reason: "",
  ahead: 3, explained: false, watered: false, reached: [], next_act: "", next_at: null, case: "", remedy: null, service: "pay", segment: both(""), steps: [], ways: [], owner: "", booked_for: null, came_with: "", owed: [], papers: [], at_risk: false, wait: { state: "minutes", minutes: 8, low: 0, why: "", doubtful: false }, ...more,
});
export const task = (kind: string, more: Partial<TaskRow> = {}): TaskRow =>
  ({ id: `k-${kind}`, kind, ticket: "", number: "A038", roles: ["guide"], raised_at: ago(65), detail: "", taken_by: "", repeat_seconds: 60, at: both("A038"), taken_by_name: "", ...more });
export const atDoor = (id: string, zh: string, en: string, more: Partial<DoorService> = {}): DoorService => ({ id, name: both(zh, en), terminals: [], e_channels: [], forms: [], enquiry: false, topics: [], ...more });
export const ROWS = [
  row("A031", 1300, { reached: ["explain"], case: "open", remedy: REMEDY }),
  row("A032", 700, { reached: ["explain"], priority: true, priority_reason: "pregnant", next_act: "remedy", next_at: new Date(NOW + 200_000).toISOString() }),
  row("A033", 500, { state: "form_filling", explained: true, watered: true, case: "given" }),
  row("A034", 10, { next_act: "explain", next_at: new Date(NOW + 30_000).toISOString() }),
];
export const VIEW: GuideView = {
  hall: both("城东营业厅", "East hall"), goal_seconds: 600, threshold_seconds: 1200, rows: ROWS, total: 6,
  tasks: [task("explain", { ticket: "t-A032", number: "A032", at: both("A032") }), task("water", { number: "A", at: both("A 区"), detail: "6" }), task("call_manager", { roles: ["hall_manager"], taken_by: "1001", taken_by_name: "周经理" }), task("remedy", { ticket: "t-A031", number: "A031", at: both("A031"), taken_by: "1101", taken_by_name: "李敏" }), task("low_rating", { taken_by: "1101", taken_by_name: "李敏" })],
  queues: [{ queue: "A", letter: "A", name: both("交费", "Payment"), zone: both("A 区"), waiting: 4, longest_from: null, wait: { state: "minutes", minutes: 8, low: 0, why: "", doubtful: false } }],
  services: [atDoor("pay", "交费", "Payment", { terminals: [{ id: "m1", name: both("1 号自助终端", "Terminal 1"), zone: both("A 区", "Zone A") }], e_channels: [both("微信", "WeChat")] }), atDoor("move", "过户", "Transfer", { forms: [both("过户申请表", "Transfer form")] }), atDoor("ask", "咨询", "Advice", { enquiry: true, topics: [both("气价", "Price")] })],
  printers: [{ id: "k1", name: both("东门取号机", "Kiosk at the east door"), down: true }, { id: "k2", name: both("引导台", "Guide's desk"), down: false }],
  scripts: [{ moment: "explain", version: 3, text: both("您前面还有 {ahead} 位，预计还需 {wait}。", "There are {ahead} ahead of you, {wait}.") }, { moment: "water", version: 1, text: both("请喝水。") }],
  gifts: [GIFT], zones: [{ id: "A", name: both("A 区", "Zone A"), waiting: 6 }, { id: "B", name: both("B 区"), waiting: 0 }], missed: [{ id: "t-A020", number: "A020", since: ago(125) }], leader: "", leader_name: "",
  alerts: [{ id: "a1", kind: "guide_called", text: both("取号机呼叫引导员", "The kiosk calls a guide"), detail: both("东门"), raised_at: ago(20), times: 1, acknowledged_by: "" }, { id: "a2", kind: "paper", text: both("缺纸"), detail: both(""), raised_at: ago(20), times: 1, acknowledged_by: "李敏" }, { id: "a3", kind: "unserved", text: both("交费没有窗口能叫"), detail: both(""), raised_at: ago(20), times: 1, acknowledged_by: "" }],
  peak: false, rain: false, terminals: [], segments: [], asks_person: false, devices: [], today: null, undo_seconds: 5, away: [], door_code: "",
};

/** A number just given. */
export const TICKET = { number: "A099", service: both("过户", "Transfer"), ahead: 5, ticket: "t99", token: "x", wait: { state: "minutes", minutes: 8, low: 0, why: "", doubtful: false } } as TicketView;

/** What somebody takes home. */
export const NOTICE: NoticeView = { hall: both("城东营业厅"), phone: "", kind: "missing", state: "good", service: both("交费", "Payment"), missing: [{ name: both("户口本"), agent: false }], reason: both(""), last_day: "2024-07-12", code: "K7M49QTXPA", days: [] };
