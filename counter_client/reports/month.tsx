// The month's lock: taken once, when the month is over, and never changed; what differs since is shown, not hidden.
import { useSignal } from "@preact/signals";
import { hallDay, momentText, now } from "@web/time/clock.ts";
import { Button, Dialog, Icon, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import { post } from "@web/dialogue/post.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import { t } from "./texts.ts";
import { cellText } from "./cells.ts";
import { monthOf } from "@web/time/days.ts";
import { isOver, read } from "./state.ts";
import type { Report, Snapshot } from "./shapes.ts";

export function MonthLock({ report, may }: { report: Report; may: boolean }) {
  const asking = useSignal(false);
  const month = monthOf(report.period.first);
  if (report.snapshot) return <Locked snapshot={report.snapshot} report={report} />;
  if (!isOver(month, hallDay(now.value))) return <p class="lock faint">{t("not_over")}</p>;
  if (!may) return null;
  const lock = () =>
    void post("/api/reports/monthly/lock", { body: { month }, token: tokenOf("manager", "") }).then(() => {
      notify(t("locked_now", { month }), "good");
      asking.value = false;
      return read();
    }, notifyRefusal);
  return (
    <p class="lock">
      <Button onClick={() => (asking.value = true)}>{t("lock")}</Button>
      {asking.value && (
        <Dialog title={`${t("lock")} ${month}`} onClose={() => (asking.value = false)}>
          <p>{t("lock_ask")}</p>
          <p class="choices">
            <Button kind="primary" onClick={lock}>{t("lock_yes")}</Button>
            <Button onClick={() => (asking.value = false)}>{t("cancel")}</Button>
          </p>
        </Dialog>
      )}
    </p>
  );
}

function Locked({ snapshot, report }: { snapshot: Snapshot; report: Report }) {
  const { month, locked_at, sha256, intact, differences } = snapshot;
  return (
    <section class="lock">
      <p>
        <Icon name={intact ? "check" : "alert"} /> <b>{t("locked", { month, at: momentText(Date.parse(locked_at)) })}</b> · {t(intact ? "intact" : "broken")} ·{" "}
        {differences.length ? t("differs", { n: differences.length }) : t("same")}
      </p>
      <p class="faint seal">{t("seal", { seal: sha256 })}</p>
      {differences.length > 0 && (
        <table>
          <thead><tr><th>{t("staff")}</th><th>{t("column")}</th><th class="right">{t("was")}</th><th class="right">{t("is")}</th></tr></thead>
          <tbody>
            {differences.map((one, n) => (
              <tr key={n}>
                <td>{cellText("person", one.staff, report.people)}</td>
                <td>{columnTitle(snapshot, one.table, one.column)}</td>
                <td class="right">{cellText("", one.locked, report.people)}</td>
                <td class="right">{cellText("", one.now, report.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const columnTitle = (snapshot: Snapshot, table: string, id: string): string => {
  const column = snapshot.tables.find((one) => one.id === table)?.columns.find((one) => one.id === id);
  return column ? cellText("text", column.title, {}) : id;
};
