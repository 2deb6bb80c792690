// Under the board's first line: at most three things worth doing now with what each would do, and a button for each.
import { useSignal, useSignalEffect } from "@preact/signals";
import { clockText, now } from "@web/time/clock.ts";
import type { Live } from "@web/dialogue/live.ts";
import { idle } from "@web/dialogue/reload.ts";
import { Button, Dialog, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import type { ManagerView, ProposalRow, TakenRow } from "@web/wire.ts";
import { became, effect, isAsked, taking, undoable, undoing, what } from "./proposals.ts";
import { t } from "./proposals_texts.ts";

interface Props {
  view: ManagerView;
  live: Live<ManagerView>;
  acts: boolean;
  /** Those that stand in the first line already are not told twice. */
  rows: readonly ProposalRow[];
}

export function take(row: ProposalRow, live: Live<ManagerView>): void {
  const done = t(isAsked(row) ? "taken_task" : "taken", { what: what(row) });
  live.ask(taking(row)).then(() => notify(done, "good"), notifyRefusal);
}

function undo(taken: TakenRow, live: Live<ManagerView>): void {
  live.ask(undoing(taken)).then(() => notify(t("undone", { what: what(taken.of) }), "good"), notifyRefusal);
}

export function Proposals({ view, live, acts, rows }: Props) {
  const open = useSignal(false);
  useSignalEffect(() => void (idle.value = !open.value));
  if (!rows.length && !view.taken.length) return null;
  return (
    <div class="proposals">
      {rows.length > 0 && <h2>{t("title")}</h2>}
      <ol>
        {rows.map((row) => (
          <li key={`${row.step} ${row.counter} ${row.profile}`}>
            <p><b>{what(row)}</b> <span>{effect(row, view)}</span></p>
            {acts && <Button aria-label={t("take_this", { what: what(row), effect: effect(row, view) })} onClick={() => take(row, live)}>{t("take")}</Button>}
          </li>
        ))}
      </ol>
      {acts && undoable(view, now.value).map((taken) => (
        <p class="undo" key={taken.id}>
          <span>{what(taken.of)}</span> <Button kind="quiet" aria-label={t("undo_this", { what: what(taken.of) })} onClick={() => undo(taken, live)}>{t("undo")}</Button>
        </p>
      ))}
      {view.taken.length > 0 && <Button kind="quiet" class="before" onClick={() => (open.value = true)}>{t("before")}</Button>}
      {open.value && (
        <Dialog title={t("before")} onClose={() => (open.value = false)} wide>
          <ul class="taken">
            {view.taken.map((taken) => (
              <li key={taken.id}>
                <b>{what(taken.of)}</b> <small>{t("by", { time: clockText(Date.parse(taken.at)), by: taken.by })}</small>
                {became(taken, view).map((line) => <p key={line}>{line}</p>)}
              </li>
            ))}
          </ul>
          <p class="choices"><Button onClick={() => (open.value = false)}>{t("close")}</Button></p>
        </Dialog>
      )}
    </div>
  );
}
