// A PDF that a person brings, and opens to see that it is the right one.
import { useState } from "preact/hooks";
import { addressOf } from "../dialogue/addresses.ts";
import { Button, Icon } from "../drawing/parts.tsx";
import { orRefusal, Refusal } from "../dialogue/refusal.ts";
import { tx } from "../language/i18n.ts";
import { useField, useKnown } from "./field.tsx";
import { FileButton } from "./file_button.tsx";
import { t } from "./texts.ts";

interface Props {
  /** Its name among the hall's media; "" for none. */
  value: string;
  onChange: (file: string) => void;
  disabled?: boolean;
}

export function Document({ value, onChange, disabled }: Props) {
  const { bringDocument } = useKnown();
  const { label } = useField();
  const [sending, send] = useState(false);
  const [why, refused] = useState(""); // what to do about it takes longer than a notice stays
  const take = async ([file]: readonly File[]) => {
    send(true);
    refused("");
    const kept = await orRefusal(bringDocument!(file!));
    if (kept instanceof Refusal) refused(tx(kept.text));
    else onChange(kept);
    send(false);
  };
  return (
    <div class="picture-input">
      {value && <a class="button secondary" href={addressOf("/documents/{name}", { path: { name: value } })} target="_blank" rel="noopener" aria-label={`${label} ${t("document_open")}`}><Icon name="document" /> <span>{t("document_open")}</span></a>}
      {bringDocument && <FileButton accept="application/pdf" disabled={disabled || sending} onFiles={take}>{t(sending ? "picture_sending" : value ? "document_other" : "document_put")}</FileButton>}
      {value && <Button kind="quiet" disabled={disabled} onClick={() => onChange("")}>{t("document_away")}</Button>}
      {why && <p class="problem" role="alert">{why}</p>}
    </div>
  );
}
