// Below words that are printed: which of their letters a slip cannot show.
import { useEffect } from "preact/hooks";
import type { Text } from "@web/wire.ts";
import { isPrinted, lackingIn } from "./printable.ts";
import { askAbout, known } from "./printable_state.ts";
import { t } from "./printable_texts.ts";
import { draft } from "../draft/store.ts";

export function Printable({ value, where }: { value: Text; where: string | undefined }) {
  const words = isPrinted(where) ? value.zh + value.en : "";
  useEffect(() => askAbout(words), [words]);
  const { no, pictures } = lackingIn(words, known.value);
  const inText = draft.value?.printers.some((printer) => printer.mode === "text") && pictures;
  if (!no && !inText) return null;
  return (
    <p class="room tiny" role="status">
      {no && <span>{t("no", { letters: no })} </span>}
      {inText && <span>{t("pictures", { letters: pictures })}</span>}
    </p>
  );
}
