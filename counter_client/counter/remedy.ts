// The sheets that settle the remedy of the customer at the counter, or miss it by name (R06–R08).
import { tx } from "@web/language/i18n.ts";
import type { ClerkTicket, CounterView } from "@web/wire.ts";
import { meant, type Sheet } from "./sheet.ts";
import { giftNote } from "../../server/web/hall/gifts.ts";
import { t } from "./texts.ts";

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

/** Finishing now is a miss by somebody's name: it is asked once. */
export const missing = (view: CounterView, how: { solved?: false } = {}): Sheet => ({
  action: "finish",
  title: t("missing_title", { number: view.ticket?.number ?? "" }),
  note: t("missing_question"),
  confirm: t("missing_yes"),
  holds: true,
  questions: () => [],
  command: () => ({ type: "finish_ticket", ...meant(view), ...how }),
});
