// Those who left the line for a while: parked at some counter, or called and not there.
import { tx } from "@web/i18n.ts";
import type { CounterView } from "@web/wire.ts";
import type { Desk } from "./desk.ts";
import { sayOr, t } from "./texts.ts";
import { Panel, RowButton } from "./panel.tsx";

interface Props {
  desk: Desk;
  view: CounterView;
}

const Row = ({ number, what }: { number: string; what: string }) => (
  <span class="row-who" title={what}>
    <b class="number">{number}</b> <span>{what}</span>
  </span>
);

/** By its name: not every counter is a number. */
const counterName = (view: CounterView, id: string) => {
  const known = view.all_counters.find((one) => one.id === id);
  return known ? tx(known.name) : t("another_counter");
};

export const Parked = ({ desk, view }: Props) => (
  <Panel name="parked" title={t("parked")} n={view.parked.length} count>
    <ul tabIndex={0}>
      {view.parked.map((row) => (
        <li key={row.id}>
          <Row number={row.number} what={sayOr("", row.park)} />
          {row.usable ? (
            <RowButton
              word="resume_word"
              name={t("resume_one", { number: row.number })}
              disabled={view.state !== "open_idle"}
              press={() => void desk.ask({ type: "resume_ticket", ticket: row.id, counter: view.counter })}
            />
          ) : (
            <span class="faint">{t("at_counter", { counter: counterName(view, row.counter) })}</span>
          )}
        </li>
      ))}
    </ul>
  </Panel>
);

export const Missed = ({ desk, view }: Props) => (
  <Panel name="missed" title={t("missed")} n={view.missed.length} count>
    <ul tabIndex={0}>
      {view.missed.map((row) => (
        <li key={row.id}>
          <Row number={row.number} what={tx(row.service_name)} />
          {row.usable ? (
            <RowButton
              word="restore_word"
              name={t("restore_one", { number: row.number })}
              press={() => void desk.ask({ type: "requeue_ticket", ticket: row.id })}
            />
          ) : (
            <span class="faint">{t("expired")}</span>
          )}
        </li>
      ))}
    </ul>
  </Panel>
);
