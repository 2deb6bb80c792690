// The section about paired devices: who waits to be let in, who is here, who is not, who is out.
import { useSignal } from "@preact/signals";
import { momentText } from "../draft/when.ts";
import { Asks, Danger } from "@web/form/form.tsx";
import { joined } from "@web/form/in_words.ts";
import { pairs, tx } from "@web/language/i18n.ts";
import { screenName } from "@web/page/pair.tsx";
import { codeInAddress, likelyName } from "@web/access/pairing.ts";
import { PairingDialog, PlaceChoice } from "@web/access/pairing.tsx";
import { t as words } from "@web/access/pairing_texts.ts";
import { Badge, Button, notify } from "@web/drawing/parts.tsx";
import type { DeviceShown as Device } from "@web/wire.ts";
import { useEffect } from "preact/hooks";
import { fieldAt } from "../draft/asked.ts";
import { post, token } from "../draft/http.ts";
import type { SetupSection } from "../draft/section.tsx";
import { actorName, agoText, grouped, machines, opened, pairing, placesOf } from "./devices.ts";
import { Folded, LiveRow, t as row } from "./live.tsx";

const t = pairs({
  waiting: ["{n} 块屏幕正在等待配对：{what}", "{n} waiting to be paired: {what}"],
  waiting_how: ["看屏幕上的代码，或用手机扫屏幕上的码。", "Read the code off the screen, or scan the picture with a phone."],
  online: ["在线", "here"],
  online_n: ["在线（{n}）", "Here ({n})"],
  away_n: ["不在线（{n}）", "Away ({n})"],
  revoked_n: ["已停用（{n}）", "Revoked ({n})"],
  scripts_n: ["程序令牌（{n}）", "Tokens of programs ({n})"],
  last_seen: ["最后在线 {when}", "last seen {when}"],
  never: ["从未上线", "never seen"],
  old_page: ["需刷新", "old page"],
  old_page_hint: ["页面是旧版本，设备空闲时会自动刷新", "The page is an old version; it renews itself when the device is idle"],
  muted: ["没有声音", "no sound"],
  muted_hint: ["浏览器不让这块屏幕出声，请在屏幕上点一下“打开声音”", "The browser keeps this screen silent; tap “Switch sound on” on the screen"],
  sounds: ["有声音", "sound on"],
  paired: ["{at} 由 {by} 配对", "Paired {at} by {by}"],
  address: ["地址 {address}", "address {address}"],
  build: ["页面版本 {build}", "page {build}"],
  rotate: ["更换令牌", "New token"],
  rotate_again: ["再点一次：更换", "Tap again: new token"],
  rotate_hint: ["怀疑令牌外泄时用。在线设备自动换上新的，不用到现场。", "When a token may have leaked. A connected device takes the new one by itself."],
  rotate_away: ["设备不在线：更换后要重新配对", "It is away: with a new token it must be paired again"],
  rotated: ["{name} 已换上新令牌", "{name} has its new token"],
  rotated_away: ["{name} 没有换上新令牌（不在线，或有两台机器在用），请重新配对", "{name} did not take it (away, or two machines used the token); pair it again"],
  revoke: ["停用", "Revoke"],
  revoke_hint: ["丢失或拆走时点这里，一点即生效；要恢复就重新配对。", "For a device that is lost or taken down: one tap, at once; pair it again to undo."],
  revoked: ["{name} 已停用。要恢复，请在它的屏幕上看代码重新配对", "{name} is out. To undo, pair it again with the code on its screen"],
  revoked_at: ["{at} 停用", "revoked {at}"],
  again: ["重新配对", "Pair again"],
});

function DeviceRow({ device }: { device: Device }) {
  const { name, revoked_at: out } = device;
  const again = device.kind === "device" && <Button onClick={() => (pairing.value = "")} aria-label={`${t("again")} ${name}`}>{t("again")}</Button>;
  return (
    <LiveRow name={name} facts={[tx(device.role_text), tx(device.place_text)]} state={<State device={device} />} open={opened.value === device.device_id}
      onOpen={(on) => (opened.value = on ? device.device_id : "")} instead={out ? again || <span /> : undefined}>
      <Edit device={device} />
    </LiveRow>
  );
}

function State({ device }: { device: Device }) {
  if (device.revoked_at) return <span class="faint">{t("revoked_at", { at: momentText(device.revoked_at) })}</span>;
  if (!device.here) return <span class="faint">{device.last_seen ? t("last_seen", { when: agoText(device.last_seen) }) : t("never")}</span>;
  return (
    <>
      <Badge tone="good">{t("online")}</Badge>
      {!device.current && <span title={t("old_page_hint")}><Badge tone="near">{t("old_page")}</Badge></span>}
      {device.sound === "blocked" && <span title={t("muted_hint")}><Badge tone="over">{t("muted")}</Badge></span>}
      {device.sound === "on" && <Badge>{t("sounds")}</Badge>}
    </>
  );
}

function Edit({ device }: { device: Device }) {
  const typed = useSignal(device);
  const { name, place } = typed.value;
  const role = placesOf(device);
  const moveTo = (to: string) => {
    // A name that says where it stands says so after the move, too.
    const says = role && name === likelyName(role, place, [], tx);
    typed.value = { ...typed.value, place: to, ...(says && { name: likelyName(role, to, machines.all.value!.pairings.names, tx) }) };
  };
  const path = { device_id: device.device_id };
  const save = () => machines.act(post("/api/devices/{device_id}", { path, body: { name: name.trim(), place } }), () => row("changed", { name: name.trim() }));
  const rotate = async () => {
    const renewed = await machines.act(post("/api/devices/{device_id}/rotate", { path }));
    if (renewed) notify(t(renewed.here ? "rotated" : "rotated_away", { name: device.name }), renewed.here ? "good" : "info");
  };
  const revoke = () => machines.act(post("/api/devices/{device_id}/revoke", { path }), () => t("revoked", { name: device.name }));
  const touched = name.trim() !== device.name || place !== device.place;
  return (
    <>
      <Asks where="devices" item={typed.value} set={(next) => (typed.value = next)} only={["name"]} />
      {role && <div class="field pairing-form"><PlaceChoice role={role} place={place} onChange={moveTo} own={device.place} /></div>}
      <p class="faint">
        {t("paired", { at: momentText(device.paired_at), by: actorName(device.paired_by) })}
        {device.address && ` · ${t("address", { address: device.address })}`}
        {device.build && ` · ${t("build", { build: device.build })}`}
      </p>
      {device.sound === "blocked" && <p class="hint">{t("muted_hint")}</p>}
      {device.here && !device.current && <p class="hint">{t("old_page_hint")}</p>}
      <p class="buttons">
        {touched && <Button kind="primary" disabled={!name.trim()} onClick={() => void save()}>{row("done")}</Button>}
        <Danger quiet again={t("rotate_again")} onConfirm={() => void rotate()}>{t("rotate")}</Danger>
        <Button kind="danger" onClick={() => void revoke()}>{t("revoke")}</Button>
      </p>
      <p class="hint">{t("revoke_hint")} {t(device.here ? "rotate_hint" : "rotate_away")}</p>
    </>
  );
}

const EVERY = 3_000;
const ROOM_FOR = 12; // away devices shown at once; a demo hall pairs a new one with every page
const pair = () => (pairing.value = "");

function DevicesPart() {
  useEffect(() => machines.watch(EVERY), []);
  useEffect(() => {
    const code = codeInAddress(location.hash);
    if (!code) return;
    pairing.value = code;
    history.replaceState(null, "", "#devices");
  }, []);
  const all = machines.all.value?.devices;
  const { online, away, scripts, revoked } = grouped(all ?? []);
  const many = away.length > ROOM_FOR;
  const seen = (title: string, some: Device[]) => some.length > 0 && <><h3>{title}</h3>{list(some)}</>;
  const folded = (title: string, some: Device[]) => <Folded title={title} n={some.length}>{list(some)}</Folded>;
  return (
    <>
      <Waiting />
      {all?.length === 0 && <p>{tx(fieldAt("devices")!.empty)}</p>}
      {seen(t("online_n", { n: online.length }), online)}
      {(many ? folded : seen)(t("away_n", { n: away.length }), away)}
      {folded(t("scripts_n", { n: scripts.length }), scripts)}
      {folded(t("revoked_n", { n: revoked.length }), revoked)}
      {pairing.value !== null && <PairingDialog token={token()} code={pairing.value} onPaired={() => void machines.read()} onClose={() => (pairing.value = null)} />}
    </>
  );
}

const list = (some: readonly Device[]) => <ul class="live-list">{some.map((device) => <DeviceRow key={device.device_id} device={device} />)}</ul>;

/** Screens that show a code right now; the code itself is read off the screen. */
function Waiting() {
  const waiting = machines.all.value?.pairings.waiting ?? [];
  if (!waiting.length) return null;
  const what = waiting.map((one) => [screenName(one.screen), one.place].filter(Boolean).join(" "));
  return (
    <div class="live-edit waiting" role="status">
      <p><b>{t("waiting", { n: waiting.length, what: joined(what) })}</b><br />{t("waiting_how")}</p>
      <Button onClick={pair}>{words("pair")}</Button>
    </div>
  );
}

export const devicesSection: SetupSection = { id: "devices", tools: () => <Button kind="primary" icon="screen" onClick={pair}>{words("pair")}</Button>, part: DevicesPart, steps: ["kiosk", "board", "window"], hash: "pair" };
