// Those who wait, the oldest first, each wait ticking by the server's clock.
import { mmss, now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import { Badge, StateMark } from "@web/parts.tsx";
import type { ManagerTicket, ManagerView } from "@web/wire.ts";
import { t } from "../manager_texts.ts";
import { since, waitState, type Limits } from "./manager_state.ts";

export function WaitingList({ view }: { view: ManagerView }) {
  const more = view.waiting_total - view.waiting.length;
  return (
    <section class="waiting">
      <h2>{t("waiting_list")} <small>{t("waiting_all", { n: view.waiting_total })}</small></h2>
      {/* Scrolls by itself on a board; a keyboard must be able to scroll it too. */}
      <div class="scroll" tabIndex={0} role="region" aria-label={t("waiting_list")}>
        {view.waiting.length === 0 && <p class="calm">{t("nobody")}</p>}
        {view.waiting.length > 0 && (
          <table>
            <thead><tr><th>{t("number")}</th><th>{t("business")}</th><th>{t("waited")}</th><th>{t("state")}</th></tr></thead>
            <tbody>{view.waiting.map((ticket) => <Row key={ticket.id} ticket={ticket} limits={view} />)}</tbody>
          </table>
        )}
        {more > 0 && <p class="faint">{t("more", { n: more })}</p>}
      </div>
    </section>
  );
}

function Row({ ticket, limits }: { ticket: ManagerTicket; limits: Limits }) {
  const waited = since(ticket.clock_from, now.value);
  const state = waitState(waited, limits);
  return (
    <tr class={state}>
      <td class="number">{ticket.number}</td>
      <td>
        {tx(ticket.service_name)}
        {ticket.priority && <> <Badge tone="brand">{t("priority")}</Badge></>}
        {ticket.state === "form_filling" && <> <Badge>{t("form_filling")}</Badge></>}
      </td>
      <td class="waited">{mmss(waited)}</td>
      <td><StateMark state={state} /></td>
    </tr>
  );
}
