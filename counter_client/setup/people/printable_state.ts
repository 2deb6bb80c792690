// What is known of letters: each is asked about once, a moment after the last new one was typed.
import { signal } from "@preact/signals";
import { call } from "../draft/http.ts";
import { doubtful, told, type Shown } from "./printable.ts";
import type { LettersFound } from "@web/wire.ts";

export const known = signal<ReadonlyMap<string, Shown>>(new Map());

const asked = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

const AFTER = 400; // ms without a new letter
const MOST = 200; // letters in one question

export function askAbout(words: string): void {
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
    const said = await call<LettersFound>("POST", "/api/slip/letters", { letters: open.join("") });
    known.value = new Map([...known.value, ...told(open, said)]);
    await hear();
  } catch {
    for (const letter of open) asked.delete(letter); // the next key asks again
  }
}
