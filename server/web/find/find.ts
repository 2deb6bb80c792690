// What can be done about a number that was found: which question comes first, and the command it becomes.
import { addressOf } from "../dialogue/addresses.ts";
import { tx } from "../language/i18n.ts";
import type { Command, Deed, NumbersFound, Standing } from "../wire.ts";
import { t } from "./texts.ts";

export interface Choice {
  id: string;
  name: string;
  /** It can be chosen, but is not what one would. */
  poor?: boolean;
}

export interface Question {
  title: string;
  choices: readonly Choice[];
}

/** Where it is asked from: a counter can call to itself. */
export interface Where {
  counter: string;
  /** The ticket that is next there: to call it passes nobody over. */
  next?: string;
}

/** They stand beside what is to be said first, not among the others. */
export const REMEDY: readonly Deed[] = ["offer_remedy", "give_gift", "decline_gift"];

const WHY = ["why_asked", "why_special", "why_return"] as const;
const sure = (title: string): Question => ({ title, choices: [{ id: "yes", name: t("yes") }] });

/** What a person may do now; a call only where there is a counter to call to, paper only where there is a printer. */
export function deeds(one: Standing, numbers: NumbersFound, where: Where): readonly Deed[] {
  const atHand = ({ command }: { command: Deed }) =>
    !REMEDY.includes(command) && (command !== "call_specific" || where.counter !== "") && (command !== "reprint_slip" || numbers.printers.length > 0);
  return one.can.filter((can) => can.why_not === null && atHand(can)).map(({ command }) => command);
}

/** The apology first (R06), then the gift or that none is wanted; nothing to whoever may not. */
export function owes(one: Standing): "say" | "give" | null {
  const may = (deed: Deed) => one.can.some(({ command, why_not }) => command === deed && why_not === null);
  if (!one.remedy?.unsettled || !may("give_gift")) return null;
  return one.remedy.acknowledged || !may("offer_remedy") ? "give" : "say";
}

/** On what it was taken, where that says something to who asks. */
export const takenOn = ({ channel }: Standing): string => (channel in CHANNELS ? t(CHANNELS[channel]!) : "");
const CHANNELS: Readonly<Record<string, "on_kiosk" | "on_guide_tablet" | "on_counter">> = { kiosk: "on_kiosk", guide_tablet: "on_guide_tablet", counter: "on_counter" };

/** Why a missed number cannot come back: the one "no" that a customer asks about. */
export function whyNotBack(one: Standing): string {
  const back = one.can.find(({ command }) => command === "requeue_ticket");
  return back?.why_not && ["no_show", "expired"].includes(one.state) ? tx(back.why_not) : "";
}

/** Null where nothing need be asked. */
export function question(deed: Deed, one: Standing, numbers: NumbersFound, where: Where): Question | null {
  switch (deed) {
    case "reprint_slip": {
      const name = ({ name, down }: NumbersFound["printers"][number]) => (down ? `${tx(name)} · ${t("printer_down")}` : tx(name));
      return numbers.printers.length > 1 ? { title: t("ask_printer"), choices: numbers.printers.map((p) => ({ id: p.id, name: name(p), poor: p.down })) } : null;
    }
    case "change_service":
      return { title: t("ask_service"), choices: numbers.services.filter((s) => s.id !== one.service).map((s) => ({ id: s.id, name: tx(s.name) })) };
    case "call_specific":
      return one.id === where.next ? null : { title: t("ask_why"), choices: WHY.map((why) => ({ id: why, name: t(why) })) };
    case "mark_walkout":
      return sure(t("sure_leave", { number: one.number }));
    case "cancel_ticket":
      return sure(t("sure_cancel", { number: one.number }));
    default:
      return null;
  }
}

/** Reasons are written down in Chinese, whatever the screen speaks. */
export function command(deed: Deed, ticket: string, chosen: string, numbers: NumbersFound, where: Where): Command {
  switch (deed) {
    case "reprint_slip":
      return { type: deed, ticket, printer: chosen || (numbers.printers[0]?.id ?? "") };
    case "change_service":
      return { type: deed, ticket, service: chosen };
    case "call_specific":
      return { type: deed, ticket, counter: where.counter, reason: chosen && t(chosen as (typeof WHY)[number], {}, "zh") };
    case "give_gift":
      return { type: deed, ticket, gift: chosen };
    default:
      return { type: deed, ticket };
  }
}

/** The picture of the code that leads a phone to the customer's own page. */
export function qrOf(page: string): string {
  const token = page.split("#")[1];
  return token ? addressOf("/api/qr/{token}.svg", { path: { token } }) : "";
}
