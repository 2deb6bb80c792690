// The bar that comes up when something is changed: how much, look at it, from when, save or give up.
import { useSignal } from "@preact/signals";
import { Button } from "@web/parts.tsx";
import { t } from "./frame_texts.ts";
import { DiscardButton, Review, SaveButton, WhenChoice } from "./review.tsx";
import { changes } from "../draft/judged.ts";
import { changed } from "../draft/store.ts";
import { note } from "../draft/when.ts";

export function SaveBar() {
  const looking = useSignal(false);
  return (
    <>
      {changed.value && (
        <div class="save-bar" role="region" aria-label={t("bar")}>
          <strong role="status">{changes.value.length ? t("count", { n: changes.value.length }) : t("unsaved")}</strong>
          <Button onClick={() => (looking.value = true)}>{t("review")}</Button>
          <DiscardButton />
          <span class="space" />
          <input class="note" type="text" maxLength={200} aria-label={t("note")} placeholder={t("note")} value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} />
          <WhenChoice />
          <SaveButton />
        </div>
      )}
      {looking.value && <Review onClose={() => (looking.value = false)} />}
    </>
  );
}
