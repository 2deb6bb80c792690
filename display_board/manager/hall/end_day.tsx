// Ends the day of business: with a reason, and at the second tap only.
import { useSignal } from "@preact/signals";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Dialog, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import type { ManagerView } from "@web/wire.ts";
import { t } from "./end_day_texts.ts";

const REASONS = ["usual", "power", "system", "weather"] as const;
const ENDS = ["hall_manager", "admin"];

interface Props {
  view: ManagerView;
  live: Live<ManagerView>;
}

/** Only while a day is open, and only for who answers for the hall. */
export function EndDay({ view, live }: Props) {
  const open = useSignal(false);
  if (view.day === null || !ENDS.includes(live.actor.value?.role ?? "")) return null;
  return (
    <>
      <Button kind="quiet" class="end-day" onClick={() => (open.value = true)}>{t("end")}</Button>
      {open.value && <EndDayDialog view={view} live={live} onClose={() => (open.value = false)} />}
    </>
  );
}

function EndDayDialog({ view, live, onClose }: Props & { onClose: () => void }) {
  const reason = useSignal("");
  const armed = useSignal(false);
  const working = view.counters.filter((counter) => counter.state !== "closed").length;
  const end = () => live.ask({ type: "close_day", reason: reason.value.trim() }).then(() => (notify(t("done"), "good"), onClose()), notifyRefusal);
  const submit = (event: Event) => {
    event.preventDefault();
    if (armed.value) void end();
    armed.value = !armed.value;
  };
  const say = (words: string) => ((reason.value = words), (armed.value = false));
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{view.waiting_total ? t("ends", { waiting: view.waiting_total, open: working }) : t("ends_quiet")}</p>
        <p class="presets">{REASONS.map((one) => <Button key={one} onClick={() => say(t(one))}>{t(one)}</Button>)}</p>
        <label>{t("reason")}<input required maxLength={60} value={reason} onInput={(event) => say(event.currentTarget.value)} /></label>
        <p class="choices">
          <Button kind="danger" type="submit" disabled={!reason.value.trim()}>{t(armed.value ? "again" : "end")}</Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </p>
      </form>
    </Dialog>
  );
}
