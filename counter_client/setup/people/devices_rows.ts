// The list of devices in its groups, and how long ago a device was here.
import type { DeviceShown as Device } from "@web/wire.ts";
export type { DeviceShown as Device } from "@web/wire.ts";
export interface Groups {
  here: Device[];
  away: Device[];
  scripts: Device[];
  revoked: Device[];
}

const ORDER = ["kiosk", "lobby_board", "window_display", "counter_screen", "keypad", "evaluator", "print_agent"];
const rank = (role: string): number => (ORDER.indexOf(role) + 1 || ORDER.length + 1);
const time = (at: string | null): number => (at ? Date.parse(at) : 0);

/** Those here in the order of the hall; those away by who was here last. */
export function grouped(devices: readonly Device[]): Groups {
  const live = devices.filter((one) => !one.revoked_at);
  const machines = live.filter((one) => one.kind === "device");
  return {
    here: machines.filter((one) => one.here).sort((a, b) => rank(a.role) - rank(b.role) || a.name.localeCompare(b.name, "zh", { numeric: true })),
    away: machines.filter((one) => !one.here).sort((a, b) => time(b.last_seen) - time(a.last_seen)),
    scripts: live.filter((one) => one.kind === "script"),
    revoked: devices.filter((one) => one.revoked_at).sort((a, b) => time(b.revoked_at) - time(a.revoked_at)),
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
