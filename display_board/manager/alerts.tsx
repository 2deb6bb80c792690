// What needs a person: faults that stand, then alerts, the unseen ones first.
import { clockText, minutesText, now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import type { Live } from "@web/live.ts";
import { Button, Icon, notifyRefusal } from "@web/parts.tsx";
import type { AlertRow, ManagerView } from "@web/wire.ts";
import { t } from "./texts.ts";
import { SettleClock } from "./clock.tsx";

export function Alerts({ view, live }: { view: ManagerView; live: Live<ManagerView> }) {
  const faults = live.faults.value;
  const unseen = view.alerts.filter((alert) => !alert.acknowledged_by);
  const seen = view.alerts.filter((alert) => alert.acknowledged_by);
  return (
    <section class="alerts">
      <h2>{t("alerts")}</h2>
      {!faults.length && !view.alerts.length && <p class="calm"><Icon name="check" /> {t("no_alerts")}</p>}
      <ul>
        {faults.map((fault) => <li key={fault.text.zh} class="fault" role="alert"><Icon name="alert" /><p><b>{t("fault")}</b> {tx(fault.text)}</p></li>)}
        {[...unseen, ...seen].map((alert) => <Row key={alert.id} alert={alert} live={live} />)}
      </ul>
    </section>
  );
}

function Row({ alert, live }: { alert: AlertRow; live: Live<ManagerView> }) {
  const raised = Date.parse(alert.raised_at);
  const what = tx(alert.text);
  const acknowledge = () => void live.ask({ type: "acknowledge_alert", alert: alert.id }).catch(notifyRefusal);
  return (
    <li class={alert.acknowledged_by ? "seen" : ""}>
      <Icon name={alert.kind === "guide_called" ? "hand" : "bell"} />
      <p>
        <b>{what}</b>{alert.times > 1 && ` ${t("told_times", { n: alert.times })}`}
        <small>
          {tx(alert.detail) && `${tx(alert.detail)} · `}
          {clockText(raised)} · {t("ago", { n: minutesText(now.value - raised) })}
          {alert.acknowledged_by && ` · ${t("acknowledged", { by: alert.acknowledged_by })}`}
        </small>
      </p>
      {alert.kind.startsWith("clock_") && <SettleClock said={alert.detail} live={live} />}
      {!alert.acknowledged_by && <Button aria-label={t("acknowledge_this", { what })} onClick={acknowledge}>{t("acknowledge")}</Button>}
    </li>
  );
}
