// Why a change was not saved: what is wrong, with a way to each place; or who changed the same piece meanwhile.
import { signal } from "@preact/signals";
import { clockText } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import { Button, notify, notifyRefusal } from "@web/parts.tsx";
import type { Refusal } from "@web/refusal.ts";
import { t } from "./frame_texts.ts";
import { changes } from "../draft/judged.ts";
import { within } from "../draft/paths.ts";
import type { Change, Entry, Problem } from "../draft/shapes.ts";
import { get } from "../draft/http.ts";
import { problems, takeNewest } from "../draft/store.ts";
import { when } from "../draft/when.ts";
import { goTo } from "./where.ts";

interface Conflict {
  /** The piece both changed. */
  where: string;
  /** Who changed it last and when, if the record says so. */
  by: Entry | null;
  change: Change | null;
}

const refusal = signal<Refusal | null>(null);
const conflict = signal<Conflict | null>(null);
const RECENT = 20;

export function forgetRefusal(): void {
  refusal.value = conflict.value = null;
}

export async function askedInVain(no: Refusal): Promise<void> {
  if (no.code === "config_conflict") conflict.value = await whoChanged(String(no.fields.where ?? ""));
  refusal.value = no;
  document.querySelector(".setup")?.scrollIntoView();
}

const whoChanged = async (where: string): Promise<Conflict> => {
  const record = await get("/api/setup/history", { query: { limit: RECENT } }).catch((): Entry[] => []);
  const about = ({ path }: Change) => within(path, where) || within(where, path);
  const by = record.find((entry) => entry.kind === "config" && entry.changes.some(about)) ?? null;
  return { where, by, change: by?.changes.find(about) ?? null };
};

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
export const Wrongs = ({ onGo }: { onGo?: () => void }) => (
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

function InConflict({ where, by, change }: Conflict) {
  const mine = changes.value.find(({ path }) => within(path, where) || within(where, path));
  const take = (wins: "ours" | "theirs") =>
    void takeNewest(wins).then(() => {
      forgetRefusal();
      notify(t("reloaded"), "good");
    }, notifyRefusal);
  const who = by ? `${by.name} ${clockText(Date.parse(by.at))}` : t("somebody");
  return (
    <div class="refused" role="alert">
      <p><strong>{t("conflict", { who })}</strong></p>
      <ul>
        {change && <li>{t("theirs", { line: tx(change.text) })}</li>}
        {mine && <li>{t("mine", { line: tx(mine.text) })}</li>}
      </ul>
      <p class="choices">
        <Button kind="primary" onClick={() => take("theirs")}>{t("useTheirs")}</Button>
        <Button onClick={() => take("ours")}>{t("useMine")}</Button>
      </p>
    </div>
  );
}
