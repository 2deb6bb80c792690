// A password that is shown once, to be copied for the person.
import { useState } from "preact/hooks";
import { Button } from "@web/parts.tsx";
import { t } from "./people_texts.ts";

export function PasswordOnce({ name, password, onDone }: { name: string; password: string; onDone: () => void }) {
  const [copied, tell] = useState(false);
  // Over plain HTTP a browser offers no clipboard; the password stands there to be copied by hand.
  const copy = () => void navigator.clipboard?.writeText(password).then(() => tell(true), () => undefined);
  return (
    <div class="password-once" role="status">
      <p>{t("password_of", { name })}</p>
      <output>{password}</output>
      <p class="faint">{t("password_once")}</p>
      <p class="buttons">
        {!!navigator.clipboard && <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>}
        <Button kind="primary" onClick={onDone}>{t("noted")}</Button>
      </p>
    </div>
  );
}
