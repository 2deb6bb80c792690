// The sheets that settle the remedy of the customer at the counter, or miss it by name (R06–R08).
import { tx } from "@web/language/i18n.ts";
import type { ClerkTicket, CounterView } from "@web/wire.ts";
import type { Meant, Sheet } from "./sheet.ts";
import { giftNote } from "../../../server/web/hall/gifts.ts";
import { t } from "../texts.ts";

const DECLINED = "-"; // no gift is called so

export const giftSheet = (view: CounterView, ticket: ClerkTicket): Sheet => ({
  action: "gift",
  title: t("gift_title", { number: ticket.number }),
  note: ticket.remedy ? tx(ticket.remedy.script) : "",
  holds: true,
  questions: () => [
    {
      id: "gift",
      label: t("gift_which"),
      options: [
        ...(ticket.remedy?.gifts ?? []).map((gift) => ({
          id: gift.id,
          name: tx(gift.name),
          note: giftNote(gift),
          blocked: !gift.usable,
        })),
        { id: DECLINED, name: t("gift_declines") },
      ],
    },
  ],
  command: ({ gift = "" }) =>
    gift === DECLINED
      ? { type: "decline_gift", ticket: ticket.id }
      : { type: "give_gift", ticket: ticket.id, gift, where: view.counter },
});

/** Whether the customer who is here goes with it. */
export const sendsAway = (command: Meant, ticket: ClerkTicket | null): boolean =>
  ticket !== null &&
  "ticket" in command &&
  command.ticket === ticket.id &&
  (command.type === "give_notice" ? command.leaves !== false : ["finish_ticket", "divert", "hand_over", "give_pass"].includes(command.type));

/** Sending them away now is a miss by somebody's name: it is asked once, whichever key it was. */
export const missing = (view: CounterView, sure: Meant): Sheet => {
  const finishes = sure.type === "finish_ticket";
  return {
    action: finishes ? "finish" : ["divert", "hand_over"].includes(sure.type) ? "divert" : "gift", // gone when that can be no longer
    title: t(finishes ? "missing_title" : "missing_goes", { number: view.ticket?.number ?? "" }),
    note: t("missing_question"),
    confirm: t(finishes ? "missing_yes" : "missing_goes_yes"),
    holds: true,
    sure,
    questions: () => [],
    command: () => sure,
  };
};
