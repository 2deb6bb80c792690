// The hall's devices: those in trouble first, the healthy ones quietly.
import { tx } from "@web/i18n.ts";
import type { DeviceRow } from "@web/wire.ts";
import { t } from "./texts.ts";
import { stateText } from "./names.ts";

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
