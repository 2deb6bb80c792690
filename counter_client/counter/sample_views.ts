// What the hall tells a console, as the tests of its page have it.
import { sampleBusiness } from "../../server/web/catalogue/sample_business.ts";
import type { ClerkRow, ClerkTicket, CounterCan, CounterView } from "../../server/web/wire.ts";

const NOW = Date.parse("2024-07-10T02:30:00Z");
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
export const both = (zh: string, en = zh) => ({ zh, en });
export const named = (id: string, zh: string) => ({ id, name: both(zh, `${id} in English`) });
const COMMANDS = ["open_counter", "close_counter", "pause_counter", "resume_counter", "call_next", "call_specific", "walk_direct", "start_service", "recall", "mark_no_show", "return_to_queue", "finish_ticket", "finish_and_next", "park_ticket", "transfer_ticket", "add_service", "change_service", "divert", "undo_last", "give_gift", "change_profile"];
export const can = (...these: string[]): CounterCan => Object.fromEntries(COMMANDS.map((one) => [one, these.includes(one) ? "" : "when_closed"])) as unknown as CounterCan;
export const row = (number: string, seconds: number, more: Partial<ClerkRow> = {}): ClerkRow =>
  ({ id: `t-${number}`, number, service_name: both("交费", "Payment"), clock_from: ago(seconds), since: ago(seconds), priority: false, state: "waiting", park: "", counter: "", usable: true, booked_for: null, came_with: "", prepared: 0, ...more });
export const TICKET: ClerkTicket = {
  id: "t1", number: "A037", state: "called", service: "pay", service_name: both("交费", "Payment"), issued_as: both("交费", "Payment"), standard_seconds: 300, issued_at: ago(900),
  waited_seconds: 650, over_goal: true, over_threshold: false, called_at: ago(20), started_at: null, parked_seconds: 0, priority: false, priority_reason: "", language: "zh", segment: "",
  reason: both("等候最久", "Longest wait"), recalls: 0, no_show_offered: false, shown: false, spoken: "", voice: "", materials: [both("身份证", "ID card")], past: [], remedy: null, watered: false, booked_for: null, explained: false, came_with: "", owed: [], points_told: false, segment_name: both(""), steps: [], terminals: [], topics: [], owner: "",
};
export const VIEW: CounterView = {
  rain: false, tasks: [], counter: "3", name: both("3 号窗口", "Counter 3"), state: "open_idle", since: ago(60), staff: "1207", profile: "general", profile_name: both("综合业务", "General"), pause_reason: "", served: 7,
  goal_seconds: 600, threshold_seconds: 1200, confirm_arrival: false, ticket: null, undo: null, can: can("call_next", "call_specific", "walk_direct", "pause_counter", "close_counter"),
  queues: [{ queue: "A", letter: "A", name: both("交费", "Payment"), zone: both("A 区"), waiting: 2, longest_from: ago(700), wait: { state: "soon", minutes: 0, low: 0, why: "", doubtful: false } }, { queue: "B", letter: "B", name: both("过户"), zone: both(""), waiting: 0, longest_from: null, wait: { state: "soon", minutes: 0, low: 0, why: "", doubtful: false } }],
  next: [row("A038", 700), row("A039", 100, { priority: true })], waiting: [row("A038", 700), row("A039", 100, { priority: true })], missed: [row("A030", 900), row("A012", 9000, { usable: false })],
  parked: [row("A020", 0, { park: "customer_away" }), row("A021", 0, { park: "documents_held", usable: false, counter: "5" })],
  all_services: [named("pay", "交费"), named("move", "过户")], all_queues: [named("A", "交费"), named("B", "过户")], all_counters: [named("3", "3 号窗口"), named("5", "5 号窗口")], all_profiles: [named("general", "综合业务"), named("quick", "快办")], printers: [{ id: "K1", name: both("东门"), down: false }], paper: null, first_met: [],
};
export const CALLING = { state: "calling", ticket: TICKET, can: can("start_service", "recall", "mark_no_show", "return_to_queue", "transfer_ticket") };
export const SERVING = { state: "serving", ticket: { ...TICKET, state: "serving", started_at: ago(120) }, can: can("finish_ticket", "finish_and_next", "park_ticket", "transfer_ticket", "add_service", "change_service", "divert") };

export const CATALOGUE = {
  hall: both("城东营业厅", "East hall"),
  businesses: [
    sampleBusiness("pay", both("交费", "Payment"), { materials: [both("户号", "Customer number")] }, { limit: both("当场办结", "At once"), cash: true, key_points: [both("逾期有违约金", "Late payment costs")] }),
    sampleBusiness("move", both("过户", "Transfer"), { fee: both("手续费 5 元/户", "5 yuan") }, { forms: [{ name: both("过户申请表", "Transfer form"), file: "", document: "", place: both("") }] }),
  ],
};
