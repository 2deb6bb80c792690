// Who this screen is: its token, kept on the device, one per screen and place.
import type { Actor } from "./protocol.ts";

export interface Session {
  token: string;
  actor?: Actor;
}

/** The journal knows a person as "person:1207"; the log-in is the number. */
export const loginOf = (actor: string): string => actor.replace(/^person:/, "");

const keys = (screen: string, place: string) => [`hallqueue.${screen}.${place}.token`, `hallqueue.${screen}.token`] as const;

const openedAt = typeof location === "undefined" ? null : location;
const query = new URLSearchParams(openedAt?.search ?? "");

/** The place named in the address: /counter/?counter=3, /lobby/?zone=A, /kiosk/?place=K2. */
export const placeOf = (): string => query.get("counter") || query.get("zone") || query.get("place") || "";

const IN_HASH = /^#(.*&)?token=([^&]*)/;

/** "?token=" or "#token=" of the address; it leaves the address and the history at once, whatever becomes of it. */
function takeFromAddress(): string {
  const [whole, before = "", inHash = ""] = IN_HASH.exec(openedAt?.hash ?? "") ?? [];
  const given = query.get("token") || decodeURIComponent(inHash);
  if (!openedAt || !(query.has("token") || whole)) return given;
  query.delete("token");
  const rest = query.toString();
  const hash = whole ? `${before.replace(/&$/, "")}${openedAt.hash.slice(whole.length)}`.replace(/^&/, "") : openedAt.hash.slice(1);
  history.replaceState(null, "", openedAt.pathname + (rest ? `?${rest}` : "") + (hash ? `#${hash}` : ""));
  return given;
}

/** Came with the address; counts where nothing is kept, else only when somebody says so. */
let given = takeFromAddress();

const kept = (screen: string, place: string): string => {
  const [own, shared] = keys(screen, place);
  return localStorage.getItem(own) || localStorage.getItem(shared) || "";
};

export function tokenOf(screen: string, place: string): string {
  const token = kept(screen, place);
  return token || (given ? acceptGiven(screen, place) : "");
}

/** Whether the address has brought another token than the one that is kept. */
export const isOffered = (screen: string, place: string): boolean => given !== "" && given !== tokenOf(screen, place);

export function acceptGiven(screen: string, place: string): string {
  const token = given;
  given = "";
  keepToken(screen, place, token);
  return token;
}

export const declineGiven = (): void => void (given = "");

export const keepToken = (screen: string, place: string, token: string): void =>
  localStorage.setItem(keys(screen, place)[place ? 0 : 1], token);

/** The server has given this device a new token for the one it holds. */
export function renewToken(screen: string, place: string, token: string): void {
  const [own, shared] = keys(screen, place);
  localStorage.setItem(localStorage.getItem(own) ? own : shared, token);
}

export const forgetToken = (screen: string, place: string): void =>
  keys(screen, place).forEach((key) => localStorage.removeItem(key));
