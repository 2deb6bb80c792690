// The care strip: what this customer is owed and how to settle it, and who else in the hall is owed something.
import { tx } from "@web/language/i18n.ts";
import { onPointer } from "@web/drawing/parts.tsx";
import type { ClerkTicket, CounterView, RemedyBanner } from "@web/wire.ts";
import type { Desk } from "../desk/desk.ts";
import { unsettled } from "../keys/moments.ts";
import { t } from "../texts.ts";
import { Gifts } from "../../../server/web/hall/gifts.tsx";

interface Props {
  desk: Desk;
  view: CounterView;
}

const Cap = () => <kbd aria-hidden="true">G</kbd>;

function Settle({ desk, view, ticket, remedy }: Props & { ticket: ClerkTicket; remedy: RemedyBanner }) {
  if (!remedy.acknowledged) {
    return (
      <button type="button" class="said" aria-keyshortcuts="G" onClick={onPointer(() => desk.do("gift"))}>
        <span>{t("apologised")}</span> <Cap />
      </button>
    );
  }
  const give = (gift: string) => void desk.ask({ type: "give_gift", ticket: ticket.id, gift, where: view.counter });
  return (
    <>
      <Cap />
      <Gifts gifts={remedy.gifts} give={give} />
      <button type="button" class="gift" onClick={onPointer(() => void desk.ask({ type: "decline_gift", ticket: ticket.id }))}>
        <b>{t("gift_declined")}</b>
      </button>
    </>
  );
}

const Due = ({ desk, view, ticket, remedy }: Props & { ticket: ClerkTicket; remedy: RemedyBanner }) => (
  <div class="due" role="alert">
    <h2>
      <span aria-hidden="true">★</span> {t("remedy_due")} <span class="number">{ticket.number}</span>
    </h2>
    <p class="script">
      “{tx(remedy.script)}” {!remedy.acknowledged && <small>{t("apologise_first")}</small>}
    </p>
    <div class="settle">
      <Settle desk={desk} view={view} ticket={ticket} remedy={remedy} />
    </div>
  </div>
);

const NAMED = 6; // so many have room; the sum stands before them

/** The other customers whose remedy is this counter's business, too: whoever calls them will owe it. */
function Others({ view }: { view: CounterView }) {
  const others = view.tasks.filter((task) => task.ticket !== view.ticket?.id);
  if (!others.length) return null;
  return (
    <p class="others">
      <b>
        <span aria-hidden="true">★</span> {t("others_due", { n: others.length })}
      </b>
      {others.slice(0, NAMED).map((task) => <span key={task.id}>{tx(task.at)}{task.taken_by && ` ${t("task_taken")}`}</span>)}
      {others.length > NAMED && <span aria-hidden="true">…</span>}
    </p>
  );
}

export function Remedy({ desk, view }: Props) {
  const { ticket } = view;
  return (
    <section class="care" aria-label={t("care")}>
      {ticket?.remedy && unsettled(ticket) ? (
        <Due desk={desk} view={view} ticket={ticket} remedy={ticket.remedy} />
      ) : (
        <Others view={view} />
      )}
    </section>
  );
}
