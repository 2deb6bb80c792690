// A device's place, role, times and people in words.
import { now, serverNow } from "@web/clock.ts";
import { lang, tx } from "@web/i18n.ts";
import { ago, type Device } from "./devices_rows.ts";
import { pairings } from "./devices_state.ts";
import { t } from "./devices_texts.ts";
import { setup } from "../draft/store.ts";

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
