// The section about paired devices: who waits to be let in, who is here, who is not, who is out.
import { Danger, Field, Fields, Section, TextInput } from "@web/form/form.tsx";
import { tx } from "@web/i18n.ts";
import { screenName } from "@web/pair.tsx";
import { codeInAddress, likelyName } from "@web/pairing.ts";
import { PairingDialog, PlaceChoice } from "@web/pairing.tsx";
import { t as words } from "@web/pairing_texts.ts";
import { Badge, Button, notify } from "@web/parts.tsx";
import { useEffect, useState } from "preact/hooks";
import { post } from "../draft/http.ts";
import { token } from "../draft/store.ts";
import "./devices.css";
import { act, dateText, type Device, deviceRole, devices, grouped, nameOf, opened, pairing, pairings, placeText, readDevices, watchDevices, whenText } from "./devices.ts";
import { t, title } from "./devices_texts.ts";
import type { SetupSection } from "../frame/section.ts";

// One device of the list: what it is, where, how it stands; opened, what can be done about it.

export function DeviceRow({ device }: { device: Device }) {
  const open = opened.value === device.device_id;
  const place = placeText(device);
  return (
    <li class={device.here ? "here" : "away"}>
      <div class="device">
        <span class="sign" aria-hidden="true">{device.here ? "●" : "○"}</span>
        <b>{device.name}</b>
        <span>{deviceRole(device)}{place && ` · ${place}`}</span>
        <span class="state"><State device={device} /></span>
        {device.revoked_at ? (
          device.kind === "device" && <Button onClick={() => (pairing.value = "")} aria-label={`${t("again")} ${device.name}`}>{t("again")}</Button>
        ) : (
          <Button kind="quiet" aria-expanded={open} aria-label={t("edit", { name: device.name })} onClick={() => (opened.value = open ? "" : device.device_id)}>{t(open ? "shut" : "change")}</Button>
        )}
      </div>
      {open && !device.revoked_at && <Edit device={device} />}
    </li>
  );
}

function State({ device }: { device: Device }) {
  if (device.revoked_at) return <span class="faint">{t("revoked_at", { at: dateText(device.revoked_at) })}</span>;
  if (!device.here) return <span class="faint">{device.last_seen ? t("last_seen", { when: whenText(device.last_seen) }) : t("never")}</span>;
  return (
    <>
      <Badge tone="good">{t("here")}</Badge>
      {!device.current && <span title={t("old_page_hint")}><Badge tone="near">{t("old_page")}</Badge></span>}
      {device.sound === "blocked" && <span title={t("muted_hint")}><Badge tone="over">{t("muted")}</Badge></span>}
      {device.sound === "on" && <Badge>{t("sounds")}</Badge>}
    </>
  );
}

function Edit({ device }: { device: Device }) {
  const [name, rename] = useState(device.name);
  const [place, move] = useState(device.place);
  const role = pairings.value?.roles.find((one) => one.id === device.role);
  const moveTo = (to: string) => {
    // A name that says where it stands says so after the move, too.
    if (role && name === likelyName(role, place, [], tx)) rename(likelyName(role, to, pairings.value?.names ?? [], tx));
    move(to);
  };
  const touched = name.trim() !== device.name || place !== device.place;
  const path = { device_id: device.device_id };
  const save = async () => {
    if (await act(post("/api/devices/{device_id}", { path, body: { name: name.trim(), place } }))) notify(t("saved", { name: name.trim() }), "good");
  };
  const rotate = async () => {
    const said = await act(post("/api/devices/{device_id}/rotate", { path }));
    if (said) notify(t(said.here ? "rotated" : "rotated_away", { name: device.name }), said.here ? "good" : "info");
  };
  const revoke = async () => {
    if (await act(post("/api/devices/{device_id}/revoke", { path }))) notify(t("revoked", { name: device.name }), "good");
  };
  return (
    <div class="person-edit">
      <Fields>
        <Field label={t("name")}><TextInput value={name} maxLength={60} onChange={rename} /></Field>
        {role && <div class="field pairing-form"><PlaceChoice role={role} place={place} onChange={moveTo} own={device.place} /></div>}
      </Fields>
      <p class="faint">
        {t("paired", { at: dateText(device.paired_at), by: nameOf(device.paired_by) })}
        {device.address && ` · ${t("address", { address: device.address })}`}
        {device.build && ` · ${t("build", { build: device.build })}`}
      </p>
      {device.sound === "blocked" && <p class="hint">{t("muted_hint")}</p>}
      {device.here && !device.current && <p class="hint">{t("old_page_hint")}</p>}
      <p class="buttons">
        {touched && <Button kind="primary" disabled={!name.trim()} onClick={() => void save()}>{t("save")}</Button>}
        <Danger quiet again={t("rotate_again")} onConfirm={() => void rotate()}>{t("rotate")}</Danger>
        <Button kind="danger" onClick={() => void revoke()}>{t("revoke")}</Button>
      </p>
      <p class="hint">{t("revoke_hint")} {t(device.here ? "rotate_hint" : "rotate_away")}</p>
    </div>
  );
}

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
