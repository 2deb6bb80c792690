// The section about paired devices: who waits to be let in, who is here, who is not, who is out.
import { useEffect } from "preact/hooks";
import { screenName } from "@web/pair.tsx";
import { codeInAddress } from "@web/pairing.ts";
import { PairingDialog } from "@web/pairing.tsx";
import { t as words } from "@web/pairing_texts.ts";
import { Button } from "@web/parts.tsx";
import { DeviceRow } from "./device_row.tsx";
import "./devices.css";
import { grouped, type Device } from "./devices_rows.ts";
import { devices, pairing, pairings, readDevices, watchDevices } from "./devices_state.ts";
import { t, title } from "./devices_texts.ts";
import { Section } from "@web/form/form.tsx";
import type { SetupSection } from "../sections.ts";
import { token } from "../draft/store.ts";

const ROOM_FOR = 12; // away devices shown at once; a demo hall pairs a new one with every page

function DevicesPart() {
  useEffect(watchDevices, []);
  useEffect(() => {
    const code = codeInAddress(location.hash);
    if (!code) return;
    pairing.value = code;
    history.replaceState(null, "", "#devices");
  }, []);
  const all = devices.value;
  const { here, away, scripts, revoked } = grouped(all ?? []);
  return (
    <Section title={t("title")} lead={t("lead")} tools={<Button kind="primary" icon="screen" onClick={() => (pairing.value = "")}>{words("pair")}</Button>}>
      <Waiting />
      {all && !all.length && <p>{t("nothing")}</p>}
      {here.length > 0 && <h3>{t("here_n", { n: here.length })}</h3>}
      <List devices={here} />
      {away.length > 0 && away.length <= ROOM_FOR && <><h3>{t("away_n", { n: away.length })}</h3><List devices={away} /></>}
      {away.length > ROOM_FOR && <Folded title={t("away_n", { n: away.length })} devices={away} />}
      <Folded title={t("scripts_n", { n: scripts.length })} devices={scripts} />
      <Folded title={t("revoked_n", { n: revoked.length })} devices={revoked} />
      {pairing.value !== null && (
        <PairingDialog token={token()} code={pairing.value} onPaired={() => void readDevices()} onClose={() => (pairing.value = null)} />
      )}
    </Section>
  );
}

/** Screens that show a code right now; the code itself is read off the screen. */
function Waiting() {
  const waiting = pairings.value?.waiting ?? [];
  if (!waiting.length) return null;
  const what = waiting.map((one) => [screenName(one.screen), one.place].filter(Boolean).join(" ")).join("、");
  return (
    <div class="devices-waiting" role="status">
      <p><b>{t("waiting", { n: waiting.length, what })}</b><br />{t("waiting_how")}</p>
      <Button onClick={() => (pairing.value = "")}>{words("pair")}</Button>
    </div>
  );
}

const List = ({ devices: shown }: { devices: readonly Device[] }) => (
  <ul class="device-list">{shown.map((device) => <DeviceRow key={device.device_id} device={device} />)}</ul>
);

const Folded = ({ title: heading, devices: shown }: { title: string; devices: readonly Device[] }) =>
  shown.length ? (
    <details class="people-gone">
      <summary>{heading}</summary>
      <List devices={shown} />
    </details>
  ) : null;

export const devicesSection: SetupSection = { id: "devices", title, part: DevicesPart, steps: ["kiosk", "board", "window"], hash: "pair" };
