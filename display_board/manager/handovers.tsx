// The cases handed over that are not done: how many, when the next is due; the list behind it (Q21).
import type { HandoverAsk } from "@web/handover/handover.tsx";
import { OpenHandovers } from "@web/handover/open.tsx";
import { t } from "@web/handover/texts.ts";
import { whenText } from "@web/handover/when.ts";
import type { Live } from "@web/dialogue/live.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import { Button, Dialog, notifyRefusal } from "@web/drawing/parts.tsx";
import type { ManagerView } from "@web/wire.ts";
import { hide, show } from "./dialogs.ts";

export function Handovers({ view: { handovers }, acts }: { view: ManagerView; acts: boolean }) {
  if (!handovers.open || !handovers.next_due) return null;
  return (
    <p class="handed-over">
      {t("now", { n: handovers.open, time: whenText(handovers.next_due), department: handovers.next_department })}{" "}
      {acts && <Button kind="quiet" onClick={() => show({ kind: "handovers" })}>{t("see")}</Button>}
    </p>
  );
}

export function HandoversDialog({ live }: { live: Live<ManagerView> }) {
  const ask: HandoverAsk = async (command) => (await live.ask(command).catch(notifyRefusal)) ?? null;
  return (
    <Dialog title={t("button")} onClose={hide} wide>
      <OpenHandovers token={tokenOf("manager", "")} since={live.view.value?.handovers.open} ask={ask} />
      <p class="choices"><Button onClick={hide}>{t("close")}</Button></p>
    </Dialog>
  );
}
