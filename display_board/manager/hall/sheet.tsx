// The queue on paper, from the last news: made without a server, for the time it is dead (D7).
import { useState } from "preact/hooks";
import { clockText, dayText, hallTimeOf } from "@web/time/clock.ts";
import { lang, tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { ManagerView } from "@web/wire.ts";
import { t as words } from "../texts.ts";
import { t } from "./sheet_texts.ts";
import "./sheet.css";

interface Props {
  view: ManagerView;
  live: Live<ManagerView>;
}

export function SheetButton(props: Props) {
  const [open, show] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => show(true)}>{t("open")}</Button>
      {open && <Sheet {...props} close={() => show(false)} />}
    </>
  );
}

function Sheet({ view, live, close }: Props & { close: () => void }) {
  const at = hallTimeOf(live.lastAt.value);
  const called = view.counters.filter((counter) => counter.number);
  const more = view.waiting_total - view.waiting.length;
  return (
    <section class="paper-sheet" role="dialog" aria-label={t("title")}>
      <p class="not-printed">
        <Button big kind="primary" onClick={() => print()}>{t("print")}</Button>
        <Button big onClick={close}>{t("close")}</Button>
      </p>
      <h2>{tx(view.hall)} · {t("title")}</h2>
      <p>{t("as_of", { day: dayText(at, lang.value), time: clockText(at) })}</p>
      <p>{t("how")}</p>
      <table>
        <thead><tr><th>{words("number")}</th><th>{words("state")}</th><th>{words("business")}</th><th>{t("since")}</th><th>{t("done")}</th></tr></thead>
        <tbody>
          {called.map((counter) => <tr key={counter.id}><td>{counter.number}</td><td>{tx(counter.name)}</td><td /><td /><td>☐</td></tr>)}
          {view.waiting.map((ticket) => (
            <tr key={ticket.id}>
              <td>{ticket.number}{ticket.priority && ` ${words("priority")}`}</td>
              <td>{ticket.state === "form_filling" ? words("form_filling") : words("waiting")}</td>
              <td>{tx(ticket.service_name)}</td>
              <td>{clockText(Date.parse(ticket.clock_from))}</td>
              <td>☐</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p>{t("more", { n: more })}</p>}
    </section>
  );
}
