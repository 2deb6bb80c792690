// Who this screen is: its token, kept on the device, one per screen and place.
import type { Actor } from "./protocol.ts";

export interface Session {
  token: string;
  actor?: Actor;
}

const keys = (screen: string, place: string) => [`hallqueue.${screen}.${place}.token`, `hallqueue.${screen}.token`] as const;

const query = new URLSearchParams(typeof location === "undefined" ? "" : location.search);

/** The place named in the address: /counter/?counter=3, /lobby/?zone=A, /kiosk/?place=K2. */
export const placeOf = (): string => query.get("counter") || query.get("zone") || query.get("place") || "";

export function tokenOf(screen: string, place: string): string {
  const given = query.get("token");
  if (given) {
    keepToken(screen, place, given);
    query.delete("token");
    const rest = query.toString();
    history.replaceState(null, "", location.pathname + (rest ? `?${rest}` : "") + location.hash);
  }
  const [own, shared] = keys(screen, place);
  return localStorage.getItem(own) || localStorage.getItem(shared) || "";
}

export const keepToken = (screen: string, place: string, token: string): void =>
  localStorage.setItem(keys(screen, place)[place ? 0 : 1], token);

/** The server has given this device a new token for the one it holds. */
export function renewToken(screen: string, place: string, token: string): void {
  const [own, shared] = keys(screen, place);
  localStorage.setItem(localStorage.getItem(own) ? own : shared, token);
}

export const forgetToken = (screen: string, place: string): void =>
  keys(screen, place).forEach((key) => localStorage.removeItem(key));
