// One device of the list: what it is, where, how it stands; opened, what can be done about it.
import { useState } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import { likelyName } from "@web/pairing.ts";
import { PlaceChoice } from "@web/pairing.tsx";
import { Badge, Button, notify } from "@web/parts.tsx";
import { post } from "../draft/http.ts";
import type { Device } from "./devices_rows.ts";
import { act, opened, pairing, pairings } from "./devices_state.ts";
import { t } from "./devices_texts.ts";
import { dateText, deviceRole, nameOf, placeText, whenText } from "./devices_words.ts";
import { Danger, Field, Fields, TextInput } from "@web/form/form.tsx";

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
