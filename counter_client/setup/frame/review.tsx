// What will be saved, in words, with the day and the note; opened from the save bar.
import { useEffect } from "preact/hooks";
import { lang } from "@web/i18n.ts";
import { Button, Dialog, notify } from "@web/parts.tsx";
import { Refusal } from "@web/refusal.ts";
import { Changes } from "./changes.tsx";
import { Choice, Danger, Day, Field, Fields, TextInput } from "@web/form/form.tsx";
import { t } from "./frame_texts.ts";
import { dayText } from "../draft/hall_day.ts";
import { changes, check } from "../draft/judged.ts";
import { discard, problems, save, saving } from "../draft/store.ts";
import { askedInVain, forgetRefusal, Wrongs } from "./refused.tsx";
import { begin, day, note, tomorrow, validFrom, when, type When } from "../draft/when.ts";

const WHENS: readonly When[] = ["now", "tomorrow", "day"];

/** "At once", "from tomorrow" or a day of one's own. */
export const WhenChoice = () => (
  <span class="when">
    <select aria-label={t("when")} value={when.value} onChange={(event) => (when.value = event.currentTarget.value as When)}>
      {WHENS.map((one) => <option key={one} value={one}>{t(one)}</option>)}
    </select>
    {when.value === "day" && (
      <input type="date" aria-label={t("dayField")} min={tomorrow()} value={day.value ?? tomorrow()} onInput={(event) => (day.value = event.currentTarget.value || null)} />
    )}
  </span>
);

/** Resolves to whether it is saved; what stands in the way is shown above the section. */
export async function saveNow(): Promise<boolean> {
  forgetRefusal();
  try {
    const saved = await save(validFrom.value, note.value.trim());
    if (!saved.changes.length) notify(t("nothing"));
    else notify(saved.planned ? t("savedLater", { day: dayText(validFrom.value ?? tomorrow(), lang.value) }) : t("savedNow"), "good");
    begin();
    return true;
  } catch (no) {
    if (!(no instanceof Refusal)) throw no;
    await askedInVain(no);
    return false;
  }
}

export const SaveButton = ({ onDone }: { onDone?: () => void }) => (
  <Button kind="primary" disabled={saving.value} onClick={() => void saveNow().then(() => onDone?.())}>{t(saving.value ? "saving" : "save")}</Button>
);

export const DiscardButton = ({ onDone }: { onDone?: () => void }) => (
  <Danger quiet again={t("discardAgain")} onConfirm={() => { discard(); forgetRefusal(); begin(); onDone?.(); }}>{t("discard")}</Danger>
);

export function Review({ onClose }: { onClose: () => void }) {
  useEffect(() => void check().catch(() => undefined), []); // what is wrong shows before it is saved
  return (
    <Dialog title={t("differences")} onClose={onClose} wide>
      <div class="review setup-form">
        {problems.value.length > 0 && <div class="refused" role="alert"><Wrongs onGo={onClose} /></div>}
        <Changes changes={changes.value} all />
        <Fields>
          <Field label={t("when")}><Choice value={when.value} options={WHENS.map((one) => ({ value: one, label: t(one) }))} onChange={(one) => (when.value = one as When)} /></Field>
          {when.value === "day" && <Field label={t("dayField")}><Day value={day.value ?? tomorrow()} onChange={(one) => (day.value = one)} /></Field>}
        </Fields>
        <Field label={t("note")} hint={t("noteHint")}><TextInput value={note.value} maxLength={200} onChange={(text) => (note.value = text)} /></Field>
        <p class="choices">
          <SaveButton onDone={onClose} />
          <Button onClick={onClose}>{t("keepOn")}</Button>
          <DiscardButton onDone={onClose} />
        </p>
      </div>
    </Dialog>
  );
}
