// The list of devices in its groups, with a device's place, role and times in words.
import { signal } from "@preact/signals";
import { now, serverNow } from "@web/time/clock.ts";
import { pairs } from "@web/language/i18n.ts";
import type { DeviceShown as Device } from "@web/wire.ts";
import { get } from "../draft/http.ts";
import { setup } from "../draft/store.ts";
import { liveList } from "@web/drawing/live_list.ts";

const t = pairs({
  just_now: ["刚刚", "just now"],
  minutes: ["{n} 分钟前", "{n} min ago"],
  hours: ["{n} 小时前", "{n} h ago"],
  days: ["{n} 天前", "{n} days ago"],
  system: ["系统", "the system"],
});

/** A demo's pages let themselves in: nobody has paired them, and nobody has put them out. */
const BY_ITSELF = "system:demo";
const ORDER = ["kiosk", "lobby_board", "window_display", "counter_screen", "keypad", "evaluator", "print_agent"];
const rank = (role: string): number => (ORDER.indexOf(role) + 1 || ORDER.length + 1);
const time = (at: string | null): number => (at ? Date.parse(at) : 0);

/** Those here in the order of the hall; those away by who was here last. */
export function grouped(devices: readonly Device[]) {
  const active = devices.filter((one) => !one.revoked_at);
  const machines = active.filter((one) => one.kind === "device");
  return {
    online: machines.filter((one) => one.here).sort((a, b) => rank(a.role) - rank(b.role) || a.name.localeCompare(b.name, "zh", { numeric: true })),
    away: machines.filter((one) => !one.here).sort((a, b) => time(b.last_seen) - time(a.last_seen)),
    scripts: active.filter((one) => one.kind === "script"),
    revoked: devices.filter((one) => one.revoked_at && one.paired_by !== BY_ITSELF).sort((a, b) => time(b.revoked_at) - time(a.revoked_at)),
  };
}

export type Ago = { unit: "just_now" | "minutes" | "hours" | "days"; n: number };

/** In the largest unit that is whole. */
export function ago(at: string, now: number): Ago {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  if (minutes < 1) return { unit: "just_now", n: 0 };
  if (minutes < 60) return { unit: "minutes", n: minutes };
  return minutes < 48 * 60 ? { unit: "hours", n: Math.floor(minutes / 60) } : { unit: "days", n: Math.floor(minutes / 1440) };
}

export function agoText(at: string): string {
  void now.value; // look again every second
  const { unit, n } = ago(at, serverNow());
  return t(unit, { n });
}

/** The code the open pairing dialog begins with; null while none is open. */
export const pairing = signal<string | null>(null);
/** The device whose row stands open; it stays so while the device comes and goes. */
export const opened = signal("");

export const machines = liveList(async () => ({ devices: await get("/api/devices"), pairings: await get("/api/pairing") }));
export const inUse = (role: string): Device[] => (machines.all.value?.devices ?? []).filter((one) => one.role === role && !one.revoked_at);
export const placesOf = (device: Device) => machines.all.value?.pairings.roles.find((one) => one.id === device.role);

/** Who did something: a person by name. */
export const actorName = (actor: string): string => {
  const login = actor.slice(actor.indexOf(":") + 1);
  return actor.startsWith("system:") ? t("system") : (setup.value?.names[login] ?? login);
};
