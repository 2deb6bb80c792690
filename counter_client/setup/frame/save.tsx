// The bar that comes up when something is changed: how much, look at it, from when, save or give up.
import { signal, useSignal } from "@preact/signals";
import { clockText } from "@web/time/clock.ts";
import { Danger, Field, TextInput } from "@web/form/form.tsx";
import { tx } from "@web/language/i18n.ts";
import { Button, Dialog, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import { orRefusal, Refusal } from "@web/dialogue/refusal.ts";
import { useEffect } from "preact/hooks";
import { begin, day, dayText, note, tomorrow, validFrom, type When, when } from "../draft/when.ts";
import { get } from "../draft/http.ts";
import { changes, check } from "../draft/judged.ts";
import { within } from "@web/form/at.ts";
import { changed, discard, problems, save, saving, takeNewest } from "../draft/store.ts";
import { Changes } from "../record/changes.tsx";
import { t } from "./frame_texts.ts";
import { goTo } from "./where.ts";
import type { LastChange, WrongPlace as Problem } from "@web/wire.ts";

// Why a change was not saved: what is wrong, with a way to each place; or who changed the same piece meanwhile.

const refusal = signal<Refusal | null>(null);
/** The piece both changed, and who changed it last, if the record says so. */
const conflict = signal<{ where: string; theirs: LastChange | null } | null>(null);

export function forgetRefusal(): void {
  refusal.value = conflict.value = null;
}

async function askedInVain(no: Refusal): Promise<void> {
  const where = String(no.fields.where ?? "");
  if (no.code === "config_conflict") conflict.value = { where, theirs: await get("/api/setup/last_change", { query: { where } }).catch(() => null) };
  refusal.value = no;
  document.querySelector(".setup")?.scrollIntoView();
}

export function Refused() {
  const no = refusal.value;
  if (!no) return null;
  if (conflict.value) return <InConflict {...conflict.value} />;
  const wrong = problems.value;
  if (no.code === "config_invalid" && !wrong.length) return null; // all mended
  return (
    <div class="refused" role="alert">
      {wrong.length ? <Wrongs /> : <p><strong>{tx(no.text)}</strong></p>}
      {no.code.startsWith("config_breaks") && when.value === "now" && <InUse />}
    </div>
  );
}

/** All that is wrong, each with a way to its place; `onGo` hears that one was taken. */
const Wrongs = ({ onGo }: { onGo?: () => void }) => (
  <>
    <p><strong>{t("wrong", { n: problems.value.length })}</strong></p>
    <ul>{problems.value.map((problem) => <Wrong key={problem.where + problem.text.zh} {...problem} onGo={onGo} />)}</ul>
  </>
);

/** What customers and counters use now can change once the day is done. */
function InUse() {
  const later = () => {
    when.value = "tomorrow";
    forgetRefusal();
    notify(t("nowSave"));
  };
  return (
    <>
      <p>{t("inUse")}</p>
      <Button onClick={later}>{t("fromTomorrow")}</Button>
    </>
  );
}

const Wrong = ({ where, place, text, onGo }: Problem & { onGo?: () => void }) => (
  <li>
    {where && <button type="button" class="link" onClick={() => { onGo?.(); goTo(where); }}>{tx(place)}</button>}
    <span>{tx(text)}</span>
  </li>
);

function InConflict({ where, theirs }: { where: string; theirs: LastChange | null }) {
  const mine = changes.value.find(({ path }) => within(path, where) || within(where, path));
  const take = (wins: "ours" | "theirs") =>
    void takeNewest(wins).then(() => {
      forgetRefusal();
      notify(t("reloaded"), "good");
    }, notifyRefusal);
  const who = theirs ? `${theirs.name} ${clockText(Date.parse(theirs.at))}` : t("somebody");
  return (
    <div class="refused" role="alert">
      <p><strong>{t("conflict", { who })}</strong></p>
      <ul>
        {theirs && <li>{t("theirs", { line: tx(theirs.text) })}</li>}
        {mine && <li>{t("mine", { line: tx(mine.text) })}</li>}
      </ul>
      <p class="choices">
        <Button kind="primary" onClick={() => take("theirs")}>{t("useTheirs")}</Button>
        <Button onClick={() => take("ours")}>{t("useMine")}</Button>
      </p>
    </div>
  );
}

// What will be saved, in words, with the day and the note; opened from the save bar.

/** "At once", "from tomorrow" or a day of one's own. */
const WhenChoice = () => (
  <span class="when">
    <select aria-label={t("when")} value={when.value} onChange={(event) => (when.value = event.currentTarget.value as When)}>
      {(["now", "tomorrow", "day"] as const).map((one) => <option key={one} value={one}>{t(one)}</option>)}
    </select>
    {when.value === "day" && (
      <input type="date" aria-label={t("dayField")} min={tomorrow()} value={day.value ?? tomorrow()} onInput={(event) => (day.value = event.currentTarget.value || null)} />
    )}
  </span>
);

/** What stands in the way is shown above the section. */
async function saveNow(): Promise<void> {
  forgetRefusal();
  const saved = await orRefusal(save(validFrom.value, note.value.trim()));
  if (saved instanceof Refusal) return askedInVain(saved);
  if (!saved.changes.length) notify(t("nothing"));
  else notify(saved.planned ? t("savedLater", { day: dayText(validFrom.value ?? tomorrow()) }) : t("savedNow"), "good");
  begin();
}

const SaveButton = ({ onDone }: { onDone?: () => void }) => (
  <Button kind="primary" disabled={saving.value} onClick={() => void saveNow().then(() => onDone?.())}>{t(saving.value ? "saving" : "save")}</Button>
);

const DiscardButton = ({ onDone }: { onDone?: () => void }) => (
  <Danger quiet again={t("discardAgain")} onConfirm={() => { discard(); forgetRefusal(); begin(); onDone?.(); }}>{t("discard")}</Danger>
);

export function Review({ onClose }: { onClose: () => void }) {
  useEffect(() => void check().catch(() => undefined), []); // what is wrong shows before it is saved
  return (
    <Dialog title={t("differences")} onClose={onClose} wide>
      <div class="review setup-form">
        {problems.value.length > 0 && <div class="refused" role="alert"><Wrongs onGo={onClose} /></div>}
        <Changes changes={changes.value} all />
        <Field label={t("when")}><WhenChoice /></Field>
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
