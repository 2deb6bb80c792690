// A small hall for the tests of the set-up page's logic; no page has it.
import type { HallConfig, Reference } from "../wire.ts";

const name = (zh: string, en: string) => ({ zh, en });
const service = (id: string, queue: string, zh: string, en: string) => ({
  id, name: name(zh, en), queue, standard_seconds: 180, mean_seconds: 0, materials: [], e_channels: [], note: name("", ""), fee: name("", ""),
});
const counter = (id: string, profile: string, zone = "main") => ({
  id, name: name(`${id} 号窗口`, `Counter ${id}`), zone, profile, floating: false, dedicated: false, room: false, keeper: "", spot: null,
});
const zone = (id: string, zh: string, en: string) => ({ id, name: name(zh, en), area: null, speaks_apart: false, speaker: "" });

export const usualRungs = [
  { act: "explain", after_seconds: 600, tells: ["guide"] },
  { act: "pre_alert", after_seconds: 900, tells: ["team_leader"] },
  { act: "remedy", after_seconds: 1200, tells: ["guide", "team_leader", "counter"] },
  { act: "call_manager", after_seconds: 1800, tells: ["hall_manager"] },
];

export const hall = {
  name: name("示范厅", "Model hall"),
  figures: { remedy_threshold_seconds: 1200, wait_goal_seconds: 600 },
  zones: [zone("main", "大厅", "Main hall"), zone("reception", "接待区", "Reception")],
  queues: [
    { id: "pay", letter: "A", name: name("缴费", "Payment"), zone: "main" },
    { id: "change", letter: "C", name: name("变更", "Changes"), zone: "main" },
    { id: "complex", letter: "F", name: name("复杂", "Complex"), zone: "reception" },
  ],
  services: [service("pay", "pay", "缴费", "Pay"), service("transfer", "change", "过户", "Transfer"), service("business", "complex", "工商业", "Business")],
  profiles: [
    { id: "all", name: name("全业务", "All"), queues: ["pay", "change"], helps: [] },
    { id: "complex", name: name("专席", "Desk"), queues: ["complex"], helps: ["change"] },
  ],
  counters: [counter("1", "all"), counter("2", "all"), counter("4", "complex", "reception")],
  ladders: [{ rungs: usualRungs, services: [], valid_from: "2000-01-01" }],
  layouts: [], media: [], notices: [], strips: [],
  hours: null, lunch: null, weekdays: [], special_days: [],
} as unknown as HallConfig;

const link = (naming: Reference["naming"], fields: string[], named: Reference["named"], last: Reference["last"] = "replaced"): Reference => ({ naming, fields, named, last });

/** Some of the server's table. */
export const references = [
  link("queues", ["zone"], "zones"), link("services", ["queue"], "queues"), link("profiles", ["queues", "helps"], "queues"),
  link("counters", ["zone"], "zones"), link("counters", ["profile"], "profiles"), link("notices", ["places"], "zones"),
  link("ladders", ["services"], "services", "goes"),
];
