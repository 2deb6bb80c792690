// One business's day, and the switch that suspends it, with a reason everybody will read, or restores it.
import { useSignal } from "@preact/signals";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Dialog, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import type { ManagerService, ManagerView, Command, Text } from "@web/wire.ts";
import { t, reasons } from "../texts.ts";
import { show } from "../dialogs.ts";

interface Props {
  service: ManagerService;
  live: Live<ManagerView>;
  onClose: () => void;
}

export function ServiceDialog({ service, live, onClose }: Props) {
  const ask = (command: Command, notice: "suspended_now" | "restored_now") =>
    live.ask(command).then(() => (notify(t(notice, { name: tx(service.name) }), "good"), onClose()), notifyRefusal);
  const restore = () => void ask({ type: "restore_service", service: service.id }, "restored_now");
  const suspend = (reason: Text, until: string) =>
    void ask({ type: "suspend_service", service: service.id, reason, until }, "suspended_now");
  const open = () => {
    onClose();
    show({ kind: "events", title: `${tx(service.name)} · ${t("happened")}`, asked: { what: "calls", limit: 500, service: service.id } });
  };
  return (
    <Dialog title={tx(service.name)} onClose={onClose}>
      <Today service={service} />
      <p><Button onClick={open}>{t("happened")}</Button></p>
      {service.suspended && <Restore reason={service.suspended} onRestore={restore} onClose={onClose} />}
      {!service.suspended && <Suspend onSuspend={suspend} onClose={onClose} />}
    </Dialog>
  );
}

const Today = ({ service }: { service: ManagerService }) => (
  <p class="today">
    {t("today")}: {t("issued")} {service.issued} · {t("finished")} {service.finished} · {t("no_shows")} {service.no_shows} ·{" "}
    {t("walkouts")} {service.walkouts}
  </p>
);

function Restore({ reason, onRestore, onClose }: { reason: Text; onRestore: () => void; onClose: () => void }) {
  return (
    <>
      <p>{t("suspended", { reason: tx(reason) })}</p>
      <p class="choices">
        <Button kind="primary" onClick={onRestore}>{t("restore")}</Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </p>
    </>
  );
}

function Suspend({ onSuspend, onClose }: { onSuspend: (reason: Text, until: string) => void; onClose: () => void }) {
  const zh = useSignal("");
  const en = useSignal("");
  const until = useSignal("");
  const fill = (reason: Text) => ((zh.value = reason.zh), (en.value = reason.en));
  const submit = (event: Event) => {
    event.preventDefault();
    const reason = zh.value.trim();
    if (reason) onSuspend({ zh: reason, en: en.value.trim() || reason }, until.value);
  };
  return (
    <form onSubmit={submit}>
      <p>{t("suspend_hint")}</p>
      <p class="presets">{reasons.map((reason) => <Button key={reason.zh} onClick={() => fill(reason)}>{tx(reason)}</Button>)}</p>
      <label>{t("reason")}<input required maxLength={40} value={zh} onInput={(event) => (zh.value = event.currentTarget.value)} /></label>
      <label>{t("reason_english")}<input maxLength={80} value={en} onInput={(event) => (en.value = event.currentTarget.value)} /></label>
      <label>{t("until")}<input type="time" value={until} onInput={(event) => (until.value = event.currentTarget.value)} /></label>
      <p class="choices">
        <Button kind="danger" type="submit" disabled={!zh.value.trim()}>{t("suspend")}</Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </p>
    </form>
  );
}
