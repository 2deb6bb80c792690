// The button that lets a new screen in, on the live board.
import { useSignal } from "@preact/signals";
import { PairingDialog } from "@web/pairing.tsx";
import { t } from "@web/pairing_texts.ts";
import { Button } from "@web/parts.tsx";
import { tokenOf } from "@web/session.ts";

export function Pairing() {
  const open = useSignal(false);
  return (
    <>
      <Button kind="quiet" onClick={() => (open.value = true)}>{t("pair")}</Button>
      {open.value && <PairingDialog token={tokenOf("manager", "")} onClose={() => (open.value = false)} />}
    </>
  );
}
