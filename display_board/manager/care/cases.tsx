// The day's remedy cases, those still owed first: what was due, who settled it, what was missed under whom (R10).
import { useSignal } from "@preact/signals";
import { clockText } from "@web/time/clock.ts";
import { yuan } from "@web/hall/gifts.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Badge, Button, Dialog, notify, notifyRefusal, type Tone } from "@web/drawing/parts.tsx";
import type { CaseRow, ManagerView } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { unsettled } from "./care.ts";
import { caseText, endingText } from "../../../server/web/language/code_words.ts";
import { hide, show } from "../dialogs.ts";
import { Percent, TicketButton } from "./parts.tsx";

const TONE: Record<string, Tone> = { open: "remedy", offered: "remedy", given: "good", declined: "good", missed: "over", waived: "plain" };

export function Cases({ view, live, acts }: { view: ManagerView; live: Live<ManagerView>; acts: boolean }) {
  const { cases } = view;
  const waiving = useSignal("");
  // Who is still owed something stands first, the longest first: that is who the board's first line names.
  const rows = [...cases.rows.filter((row) => unsettled(row.state)).reverse(), ...cases.rows.filter((row) => !unsettled(row.state))];
  return (
    <Dialog title={t("cases")} onClose={hide} wide>
      <p>
        <b>{t("remedies", cases as never)}</b> · {t("coverage")} <Percent share={cases.coverage} />
        {cases.waived > 0 && ` · ${t("waived_n", { n: cases.waived })}`} · {t("cost_today", { yuan: yuan(cases.cost_fen) })}
      </p>
      {!cases.rows.length && <p class="calm">{t("no_cases")}</p>}
      {cases.rows.length > 0 && (
        <div class="sheet" tabIndex={0} role="region" aria-label={t("cases")}>
          <table>
            <thead>
              <tr>
                <th>{t("number")}</th><th>{t("business")}</th><th>{t("state")}</th><th>{t("due_at")}</th>
                <th>{t("leader_then")}</th><th>{t("gift")}</th><th>{t("who")}</th><th><span class="hidden">{t("settle")}</span></th>
              </tr>
            </thead>
            <tbody>{rows.map((row) => <Row key={row.ticket} row={row} view={view} onWaive={acts ? () => (waiving.value = row.ticket) : undefined} />)}</tbody>
          </table>
        </div>
      )}
      {waiving.value && <Waive row={cases.rows.find((row) => row.ticket === waiving.value)!} live={live} onDone={() => (waiving.value = "")} />}
      <p class="choices"><Button onClick={hide}>{t("close")}</Button></p>
    </Dialog>
  );
}

function Row({ row, view, onWaive }: { row: CaseRow; view: ManagerView; onWaive?: () => void }) {
  const gift = view.stock.find((one) => one.id === row.gift);
  return (
    <tr>
      <td><TicketButton ticket={row.ticket} number={row.number} /></td>
      <td>{tx(row.service_name)}</td>
      <td><Badge tone={TONE[row.state]}>{caseText(row.state)}</Badge> {row.reason && <small>{endingText(row.reason)}</small>}</td>
      <td>{clockText(Date.parse(row.due_at))}</td>
      <td>{row.leader || t("none")}</td>
      <td>{gift ? tx(gift.name) : row.gift || t("none")}</td>
      <td>{row.settled_by || t("none")}</td>
      <td>{onWaive && unsettled(row.state) && <Button kind="primary" aria-label={t("settle_this", { number: row.number })} onClick={() => show({ kind: "ticket", ticket: row.ticket, number: row.number })}>{t("settle")}</Button>} {onWaive && unsettled(row.state) && <Button kind="quiet" aria-label={t("waive_this", { number: row.number })} onClick={onWaive}>{t("waive")}</Button>}</td>
    </tr>
  );
}

/** Not owed after all; the reason is reported. */
function Waive({ row, live, onDone }: { row: CaseRow; live: Live<ManagerView>; onDone: () => void }) {
  const reason = useSignal("");
  const submit = (event: Event) => {
    event.preventDefault();
    const ask = live.ask({ type: "waive_case", ticket: row.ticket, reason: reason.value.trim() });
    void ask.then(() => (notify(t("waived_now", { number: row.number }), "good"), onDone()), notifyRefusal);
  };
  return (
    <form class="inline" onSubmit={submit}>
      <label>
        {t("waive_this", { number: row.number })} · {t("waive_why")}
        <input required maxLength={40} autofocus value={reason} onInput={(event) => (reason.value = event.currentTarget.value)} />
      </label>
      <Button kind="primary" type="submit" disabled={!reason.value.trim()}>{t("waive")}</Button>
    </form>
  );
}
