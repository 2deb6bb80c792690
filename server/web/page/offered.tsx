// An address has brought another identity than the one this screen has: nobody's is exchanged unasked.
import { useEffect, useState } from "preact/hooks";
import { Button, Dialog } from "../drawing/parts.tsx";
import { acceptGiven, declineGiven, isOffered } from "../dialogue/session.ts";
import { t } from "./words.ts";

const PATIENCE = 30_000; // nobody stands at a kiosk to answer: it stays what it is

export function Offered({ screen, place }: { screen: string; place: string }) {
  const [open, turn] = useState(() => isOffered(screen, place));
  const keep = () => {
    declineGiven();
    turn(false);
  };
  useEffect(() => {
    if (!open) return undefined;
    const timer = setTimeout(keep, PATIENCE);
    return () => clearTimeout(timer);
  }, [open]);
  if (!open) return null;
  const change = () => {
    acceptGiven(screen, place);
    location.reload();
  };
  return (
    <Dialog title={t("offered")} onClose={keep}>
      <p>{t("offeredHelp")}</p>
      <p class="offered-buttons">
        <Button kind="primary" big onClick={keep}>{t("offeredKeep")}</Button>
        <Button onClick={change}>{t("offeredTake")}</Button>
      </p>
    </Dialog>
  );
}
