// Those who wait, the oldest first, each wait ticking by the server's clock, with what the ladder did and does next.
import { mmss, now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Booked } from "@web/hall/booked.tsx";
import { Badge, StateMark } from "@web/drawing/parts.tsx";
import { since, type Limits } from "@web/hall/standing.ts";
import type { ManagerTicket, ManagerView } from "@web/wire.ts";
import { t as care } from "../care/care_texts.ts";
import { t } from "../texts.ts";
import { nextAct } from "../care/care.ts";
import { actText } from "../../../server/web/language/code_words.ts";
import { SheetButton } from "./sheet.tsx";
import { remedied, ticketState } from "../state.ts";
import { TicketButton } from "../care/parts.tsx";

export function WaitingList({ view, live }: { view: ManagerView; live: Live<ManagerView> }) {
  const more = view.waiting_total - view.waiting.length;
  return (
    <section class="waiting">
      <h2>{t("waiting_list")} <small>{t("waiting_all", { n: view.waiting_total })}</small> <SheetButton view={view} live={live} /></h2>
      {/* Scrolls by itself on a board; a keyboard must be able to scroll it too. */}
      <div class="scroll" tabIndex={0} role="region" aria-label={t("waiting_list")}>
        {view.waiting.length === 0 && <p class="calm">{t("nobody")}</p>}
        {view.waiting.length > 0 && (
          <table>
            <thead><tr><th>{t("number")}</th><th>{t("business")}</th><th>{t("waited")}</th><th>{t("state")}</th><th>{care("ladder")}</th></tr></thead>
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
  const state = ticketState(ticket, waited, limits);
  return (
    <tr class={state}>
      <td><TicketButton ticket={ticket.id} number={ticket.number} /></td>
      <td>
        {tx(ticket.service_name)}
        {ticket.booked_for && <> <Booked of={ticket} /></>}
        {ticket.priority && <> <Badge tone="brand">{t("priority")}</Badge></>}
        {ticket.state === "form_filling" && <> <Badge>{t("form_filling")}</Badge></>}
      </td>
      <td class="waited">{mmss(waited)}</td>
      <td><StateMark state={state} text={remedied(ticket) ? t("remedied") : undefined} /></td>
      <td class="ladder"><Reached ticket={ticket} /> <Next ticket={ticket} /></td>
    </tr>
  );
}

const Reached = ({ ticket }: { ticket: ManagerTicket }) => (
  <>{ticket.reached.map((act) => <span key={act} class={`rung ${act}`}>{actText(act)}</span>)}</>
);

/** What comes, before it has come: there is still time to prevent it. */
function Next({ ticket }: { ticket: ManagerTicket }) {
  const next = nextAct(ticket, now.value);
  if (!next) return null;
  const fields = { act: actText(next.act), time: mmss(next.seconds) };
  return <small class={next.soon ? "next soon" : "next"}>{care(next.seconds ? "left" : "due_now", fields)}</small>;
}
