// Below a name: whether it will stand smaller on the screens, and which of its letters a slip cannot show.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isText } from "@web/form/said.ts";
import type { Text } from "@web/wire.ts";
import { post } from "../draft/http.ts";
import { draft } from "../draft/store.ts";
import { doubtful, fitOf, isPrinted, lackingIn, namedAt, told, type Shown } from "./names.ts";
import { t } from "./names_texts.ts";

/** For a form's `below`. */
export const belowName = (where: string, value: unknown) =>
  isText(value) ? <><Room where={where} name={value} /><Printable where={where} value={value} /></> : null;

function Room({ where, name }: { where: string; name: Text }) {
  const kind = namedAt(where);
  const { fit, width, full, legible } = fitOf(kind ?? "hall", name);
  if (!kind || fit === "full") return null;
  return <p class={`room ${fit}`} role="status">{t(fit, { width, full, legible, screens: t(`on_${kind}`) })}</p>;
}

function Printable({ where, value }: { where: string; value: Text }) {
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

/** What is known of letters: each is asked about once, a moment after the last new one was typed. */
const known = signal<ReadonlyMap<string, Shown>>(new Map());

const asked = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

const AFTER = 400; // ms without a new letter
const MOST = 200; // letters in one question

function askAbout(words: string): void {
  const fresh = doubtful(words).filter((letter) => !asked.has(letter));
  if (!fresh.length) return;
  for (const letter of fresh) asked.add(letter);
  clearTimeout(timer);
  timer = setTimeout(() => void hear(), AFTER);
}

async function hear(): Promise<void> {
  const open = [...asked].filter((letter) => !known.value.has(letter)).slice(0, MOST);
  if (!open.length) return;
  try {
    const said = await post("/api/slip/letters", { body: { letters: open.join("") } });
    known.value = new Map([...known.value, ...told(open, said)]);
    await hear();
  } catch {
    for (const letter of open) asked.delete(letter); // the next key asks again
  }
}
