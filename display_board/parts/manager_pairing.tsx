// Lets a new screen in: the code it shows, a name, what it is and where it stands.
import { useSignal } from "@preact/signals";
import { Button, Dialog, notify, notifyRefusal } from "@web/parts.tsx";
import { post } from "@web/post.ts";
import { tokenOf } from "@web/session.ts";
import type { ManagerView } from "@web/wire.ts";
import { t } from "../manager_texts.ts";

const ROLES = ["kiosk", "window_display", "lobby_board"] as const;
type Role = (typeof ROLES)[number];

export function Pairing({ view }: { view: ManagerView }) {
  const open = useSignal(false);
  return (
    <>
      <Button kind="quiet" onClick={() => (open.value = true)}>{t("pair")}</Button>
      {open.value && <PairingDialog view={view} onClose={() => (open.value = false)} />}
    </>
  );
}

function PairingDialog({ view, onClose }: { view: ManagerView; onClose: () => void }) {
  const code = useSignal("");
  const name = useSignal("");
  const role = useSignal<Role>("kiosk");
  const place = useSignal("");
  const save = (event: Event) => {
    event.preventDefault();
    const body = { code: code.value, name: name.value.trim(), role: role.value, place: place.value };
    post("/api/pairing/confirm", body, tokenOf("manager", "")).then(() => {
      notify(t("paired", { name: body.name }), "good");
      onClose();
    }, notifyRefusal);
  };
  return (
    <Dialog title={t("pair")} onClose={onClose}>
      <p>{t("pair_hint")}</p>
      <form onSubmit={save}>
        <label>
          {t("pair_code")}
          <input required value={code} onInput={(event) => (code.value = event.currentTarget.value)} autocomplete="off" />
        </label>
        <label>
          {t("pair_name")}
          <input required value={name} onInput={(event) => (name.value = event.currentTarget.value)} />
        </label>
        <label>
          {t("pair_role")}
          <select value={role} onChange={(event) => { role.value = event.currentTarget.value as Role; place.value = ""; }}>
            {ROLES.map((one) => <option key={one} value={one}>{t(one)}</option>)}
          </select>
        </label>
        <Place role={role.value} place={place.value} view={view} onChange={(value) => (place.value = value)} />
        <p class="choices">
          <Button kind="primary" type="submit">{t("pair_confirm")}</Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </p>
      </form>
    </Dialog>
  );
}

/** A window display hangs over a counter, a kiosk may name its printer; a lobby board speaks for the hall. */
function Place({ role, place, view, onChange }: { role: Role; place: string; view: ManagerView; onChange: (value: string) => void }) {
  if (role === "lobby_board") return null;
  const printers = view.devices.filter((device) => device.kind === "printer");
  const choices = role === "kiosk" ? printers.map((p) => p.id) : view.counters.map((c) => c.id);
  return (
    <label>
      {t(role === "kiosk" ? "pair_printer" : "pair_counter")}
      <select required={role === "window_display"} value={place} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t("none")}</option>
        {choices.map((one) => <option key={one} value={one}>{one}</option>)}
      </select>
    </label>
  );
}
