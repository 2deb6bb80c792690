// A device's place, role, times and people in words.
import { signal } from "@preact/signals";
import { now, serverNow } from "@web/clock.ts";
import { lang, tx } from "@web/i18n.ts";
import type { Pairings } from "@web/pairing.ts";
import { notifyRefusal } from "@web/parts.tsx";
import type { DeviceShown as Device } from "@web/wire.ts";
import { get } from "../draft/http.ts";
import { setup } from "../draft/store.ts";
import { t } from "./devices_texts.ts";
export type { DeviceShown as Device } from "@web/wire.ts";

// The list of devices in its groups, and how long ago a device was here.

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

// The devices as the server has them, looked at again while the section is open; what is done here holds at once.

export const devices = signal<readonly Device[] | null>(null);
export const pairings = signal<Pairings | null>(null);
/** The code the open pairing dialog begins with; null while none is open. */
export const pairing = signal<string | null>(null);
/** The device whose row stands open; it stays so while the device comes and goes. */
export const opened = signal("");

const EVERY = 3_000;

async function look(): Promise<void> {
  const [all, waiting] = await Promise.all([get("/api/devices"), get("/api/pairing")]);
  devices.value = all;
  pairings.value = waiting;
}

export const readDevices = (): Promise<void> => look().catch(notifyRefusal);

/** Until the answer is called; a look that fails is made up for by the next. */
export function watchDevices(): () => void {
  void readDevices();
  const timer = setInterval(() => void look().catch(() => undefined), EVERY);
  return () => clearInterval(timer);
}

/** Asks, reads the list again; null when it was refused. */
export async function act<T>(asked: Promise<T>): Promise<T | null> {
  try {
    const answer = await asked;
    await readDevices();
    return answer;
  } catch (problem) {
    notifyRefusal(problem);
    return null;
  }
}

/** A place in words: a counter's, a printer's or a zone's name. */
export function placeText(device: Device): string {
  const role = pairings.value?.roles.find((one) => one.id === device.role);
  const place = role?.places.find((one) => one.id === device.place);
  if (place) return tx(place.name) || place.id;
  if (device.place) return device.place;
  if (device.role === "lobby_board") return t("whole_hall");
  return device.role === "kiosk" ? t("first_printer") : "";
}

export function deviceRole(device: Device): string {
  const role = setup.value?.choices.device_roles[device.role] ?? setup.value?.choices.roles[device.role];
  return role ? tx(role) : device.role;
}

export function whenText(at: string): string {
  void now.value; // look again every second
  const { unit, n } = ago(at, serverNow());
  return t(unit, { n });
}

const PARTS = { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } as const;

export const dateText = (at: string): string =>
  new Intl.DateTimeFormat(lang.value === "zh" ? "zh-CN" : "en-GB", PARTS).format(Date.parse(at));

const named = (login: string): string => setup.value?.names[login] ?? login;

export const nameOf = (actor: string): string =>
  actor.startsWith("system:") ? t("system") : named(actor.slice(actor.indexOf(":") + 1));
