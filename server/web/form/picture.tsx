// A picture that a person brings and sees at once; the page says how it gets to the hall.
import { useState } from "preact/hooks";
import { addressOf } from "../dialogue/addresses.ts";
import { Button, notifyRefusal } from "../drawing/parts.tsx";
import { useField, useKnown } from "./field.tsx";
import { FileButton, PICTURES } from "./file_button.tsx";
import { t } from "./texts.ts";

interface Props {
  /** Its name among the hall's media; "" for none. */
  value: string;
  onChange: (file: string) => void;
  disabled?: boolean;
}

export function Picture({ value, onChange, disabled }: Props) {
  const { bring } = useKnown();
  const { label } = useField();
  const [sending, send] = useState(false);
  const take = async ([file]: readonly File[]) => {
    send(true);
    await bring!(file!).then(onChange, notifyRefusal);
    send(false);
  };
  return (
    <div class="picture-input">
      {value && <img src={addressOf("/media/{name}", { path: { name: value } })} alt={label} />}
      {bring && <FileButton accept={PICTURES} disabled={disabled || sending} onFiles={take}>{t(sending ? "picture_sending" : value ? "picture_other" : "picture_put")}</FileButton>}
      {value && <Button kind="quiet" disabled={disabled} onClick={() => onChange("")}>{t("picture_away")}</Button>}
    </div>
  );
}
