// What needs a person: faults that stand, then alerts, the unseen ones first.
import { clockText, minutesText, now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Icon, notifyRefusal } from "@web/drawing/parts.tsx";
import type { AlertRow, ManagerView, DeviceRow } from "@web/wire.ts";
import { t, stateText } from "../texts.ts";
import { SettleClock } from "./clock.tsx";
import { acknowledging, causes, causeText, untold } from "./matters.ts";

export function Alerts({ view, live }: { view: ManagerView; live: Live<ManagerView> }) {
  const faults = live.faults.value;
  const all = untold(view, now.value);
  const unseen = all.filter((alert) => !alert.acknowledged_by);
  const seen = all.filter((alert) => alert.acknowledged_by);
  return (
    <section class="alerts">
      <h2>{t("alerts")}</h2>
      {!faults.length && !all.length && <p class="calm"><Icon name="check" /> {t("no_alerts")}</p>}
      <ul>
        {faults.map((fault) => <li key={fault.text.zh} class="fault" role="alert"><Icon name="alert" /><p><b>{t("fault")}</b> {tx(fault.text)}</p></li>)}
        {[...causes(unseen), ...causes(seen)].map((alerts) => <Row key={alerts[0]!.id} alerts={alerts} live={live} />)}
      </ul>
    </section>
  );
}

/** All alerts of one cause, the newest first. */
function Row({ alerts, live }: { alerts: readonly AlertRow[]; live: Live<ManagerView> }) {
  const alert = alerts[0]!;
  const raised = Date.parse(alert.raised_at);
  const what = causeText(alerts);
  const acknowledge = () => void Promise.all(acknowledging(alerts).map((command) => live.ask(command))).catch(notifyRefusal);
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
      {alert.kind.startsWith("clock_") && <SettleClock detail={alert.detail} live={live} />}
      {!alert.acknowledged_by && <Button aria-label={t("acknowledge_this", { what })} onClick={acknowledge}>{t("acknowledge")}</Button>}
    </li>
  );
}

// The hall's devices: those in trouble first, the healthy ones quietly.
const SIGN: Record<string, string> = { ok: "●", warn: "▲", down: "■" };
const WORST = ["down", "warn", "ok"];

export function Devices({ devices }: { devices: readonly DeviceRow[] }) {
  const sorted = [...devices].sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state) || a.name.zh.localeCompare(b.name.zh, "zh"));
  return (
    <section class="devices">
      <h2>{t("devices")}</h2>
      {!devices.length && <p class="calm">{t("no_devices")}</p>}
      <ul>
        {sorted.map((device) => (
          <li key={`${device.kind} ${device.name.zh}`} class={device.state}>
            <span class="sign" aria-hidden="true">{SIGN[device.state] ?? "?"}</span> <b>{tx(device.name)}</b>{" "}
            <span class="state">{stateText(device.state)}{tx(device.detail) && ` · ${tx(device.detail)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
