// A number taken before one comes (Q42): one at a time from this phone.
import { get, post } from "@web/dialogue/post.ts";
import { isUnknown } from "@web/dialogue/refusal.ts";
import { newName } from "@web/dialogue/asks.ts";
import { keep, kept, phoneWord } from "@web/dialogue/phone_word.ts";
import { lang } from "@web/language/i18n.ts";
import type { KioskService, RemoteNow, TicketView } from "@web/wire.ts";

const NUMBER = "hallqueue.number";
const GOES_ON = ["away", "waiting", "form_filling", "called", "serving", "parked", "no_show"];

export const mayTake = (of: KioskService, remote: RemoteNow | null, open: boolean): boolean =>
  open && remote !== null && remote.services.includes(of.id) && of.served && !of.suspended && of.near_close !== "stopped";

let wish = { service: "", name: "" }; // the same wish said twice is one number

export async function take(service: string): Promise<TicketView> {
  if (wish.service !== service) wish = { service, name: newName() };
  const ticket = await post("/api/remote", { body: { id: wish.name, phone: phoneWord(), service, language: lang.value } });
  wish = { service: "", name: "" };
  keep(NUMBER, ticket.token);
  return ticket;
}

/** The number this phone has taken and not used yet. */
export async function taken(): Promise<TicketView | null> {
  const token = kept(NUMBER);
  if (!token) return null;
  try {
    const ticket = await get("/api/ticket/{token}", { path: { token } });
    if (GOES_ON.includes(ticket.state)) return ticket;
  } catch (no) {
    if (!isUnknown(no)) return null;
  }
  keep(NUMBER, "");
  return null;
}
