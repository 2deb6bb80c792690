// What matters about the business is told before the customer goes (E32): one key, and once more prints it for home (B11).
import { businessOf } from "@web/catalogue/catalogue.ts";
import { tx } from "@web/language/i18n.ts";
import { notify, onPointer } from "@web/drawing/parts.tsx";
import { printerAtHand } from "@web/notice/lacking.ts";
import type { ClerkTicket, CounterView } from "@web/wire.ts";
import type { Desk } from "../desk/desk.ts";
import { POINTS_KEY } from "../keys/keys.ts";
import { t } from "../texts.ts";

const entryOf = (ticket: ClerkTicket) => businessOf(ticket.service)?.entry;
const pointsOf = (ticket: ClerkTicket) => entryOf(ticket)?.key_points ?? [];

export function tellPoints(desk: Desk, ticket: ClerkTicket): void {
  const points = pointsOf(ticket).length;
  if (!points && !entryOf(ticket)?.cash) return;
  const printer = points && ticket.points_told ? printerAtHand(desk.view.peek()?.printers ?? []) : "";
  if (ticket.points_told && !printer) return;
  void desk.ask({ type: "tell_key_points", ticket: ticket.id, printer }).then((done) => done && printer && notify(t("points_printed"), "good"));
}

/** Only while the customer is served: before that there is nothing to tell. */
export function Points({ desk, view, ticket }: { desk: Desk; view: CounterView; ticket: ClerkTicket }) {
  const points = pointsOf(ticket);
  const served = view.state === "serving";
  const cash = entryOf(ticket)?.cash;
  if (!served) return null;
  const done = ticket.points_told && (view.printers.length === 0 || !points.length); // no key does more
  const button = !done && (
    <button type="button" aria-keyshortcuts={POINTS_KEY} onClick={onPointer(() => tellPoints(desk, ticket))}>
      {t(ticket.points_told ? "points_print" : points.length ? "points_tell" : "money_counted")} <kbd aria-hidden="true">{POINTS_KEY}</kbd>
    </button>
  );
  return (
    <>
      {points.length > 0 && <dt>{t("points")}</dt>}
      {points.length > 0 && (
        <dd>
          {points.map(tx).join(" · ")} {button}
        </dd>
      )}
      {cash && <dt aria-hidden="true">¥</dt>}
      {cash && (
        <dd class="cash">
          {t("count_cash")} {points.length ? ticket.points_told && "✓" : button || "✓"}
        </dd>
      )}
    </>
  );
}
