// The hall's devices: those in trouble first, the healthy ones quietly.
import type { DeviceHealth } from "@web/wire.ts";
import { t } from "../manager_texts.ts";
import { detailText, kindText, stateText } from "./manager_names.ts";

const SIGN: Record<string, string> = { ok: "●", warn: "▲", down: "■" };
const WORST = ["down", "warn", "ok"];

export function Devices({ devices }: { devices: readonly DeviceHealth[] }) {
  const sorted = [...devices].sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state) || a.id.localeCompare(b.id, "en"));
  return (
    <section class="devices">
      <h2>{t("devices")}</h2>
      {!devices.length && <p class="calm">{t("no_devices")}</p>}
      <ul>
        {sorted.map((device) => (
          <li key={device.id} class={device.state}>
            <span class="sign" aria-hidden="true">{SIGN[device.state] ?? "?"}</span> {kindText(device.kind)} <b>{device.id}</b>{" "}
            <span class="state">{stateText(device.state)}{device.detail && ` · ${detailText(device.detail)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
