// The way back from a wrong clock: what the machine says is right, at the second tap only.
import { useSignal } from "@preact/signals";
import { clockText, dateText, now } from "@web/time/clock.ts";
import { lang, tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Dialog, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import type { ManagerView, Text } from "@web/wire.ts";
import { t } from "./clock_texts.ts";

const SETTLES = ["hall_manager", "admin"];

interface Props {
  /** What the machine's clock said when the alert was raised. */
  detail: Text;
  live: Live<ManagerView>;
}

/** Only for who answers for the hall. */
export function SettleClock({ detail, live }: Props) {
  const open = useSignal(false);
  if (!SETTLES.includes(live.actor.value?.role ?? "")) return null;
  return (
    <>
      <Button onClick={() => (open.value = true)}>{t("settle")}</Button>
      {open.value && <SettleDialog detail={detail} live={live} onClose={() => (open.value = false)} />}
    </>
  );
}

function SettleDialog({ detail, live, onClose }: Props & { onClose: () => void }) {
  const armed = useSignal(false);
  const settle = () => live.ask({ type: "settle_clock" }).then(() => (notify(t("done"), "good"), onClose()), notifyRefusal);
  const press = () => {
    if (armed.value) void settle();
    armed.value = !armed.value;
  };
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <p>{t("hall_says", { time: `${dateText(now.value, lang.value)} ${clockText(now.value)}` })}</p>
      <p>{tx(detail)}</p>
      <p>{t("happens")}</p>
      <p>{t("if_wrong")}</p>
      <p class="choices">
        <Button kind="danger" onClick={press}>{t(armed.value ? "again" : "settle")}</Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </p>
    </Dialog>
  );
}
