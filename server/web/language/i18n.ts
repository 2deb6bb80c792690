// Two languages: one signal, texts from the server by `tx`, a page's own texts by a typed table. Where a page has a
// reader of its own (whoever logs in, a phone), the language is kept on the device, and for each person on it.
import { effect, signal } from "@preact/signals";
import type { Text } from "../wire.ts";

export type Lang = "zh" | "en";
export const lang = signal<Lang>("zh");

export const other = (): Lang => (lang.value === "zh" ? "en" : "zh");

const KEPT = "hallqueue.language";
/** Whether this page has a reader of its own; a kiosk begins anew with each customer and keeps nothing. */
let own = false;
let person = "";
let chosen = false; // before anybody has logged in: then it is the choice of who does

const keptAt = (key: string): Lang | null => {
  const stored = localStorage.getItem(key);
  return stored === "zh" || stored === "en" ? stored : null;
};
const keep = () => {
  if (!own) return;
  localStorage.setItem(KEPT, lang.peek());
  if (person) localStorage.setItem(`${KEPT}.${person}`, lang.peek());
};

/** What a browser asks for first of the two; English for one that asks for neither, Chinese for one that asks nothing. */
export function firstGuess(wanted: readonly string[]): Lang {
  const known = wanted.find((one) => /^(zh|en)\b/i.test(one));
  return (known ?? wanted[0] ?? "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The language of this page's own reader: as it was left on this device, else as the browser asks. */
export function startInOwn(): void {
  own = true;
  person = "";
  chosen = false;
  lang.value = keptAt(KEPT) ?? firstGuess(navigator.languages ?? []);
}

/** Somebody has logged in, or with "" out; nothing on a page without a reader of its own. */
export function spokenWith(who: string): void {
  if (!own || who === person) return;
  person = who;
  if (!who) return void (chosen = false);
  if (!chosen) lang.value = keptAt(`${KEPT}.${who}`) ?? lang.peek();
  chosen = false;
  keep();
}

export function switchLanguage(): void {
  lang.value = other();
  chosen = !person;
  keep();
}

/** A hall none of whose own words has any English speaks Chinese alone: half of a screen in English helps nobody. */
export const chineseAlone = signal(false);

/** A screen of the hall tells by which of the hall's own words it knows. */
export function speaksAs(words: readonly Text[]): void {
  chineseAlone.value = words.length > 0 && words.every(({ en }) => !en);
  document.documentElement.toggleAttribute("data-chinese", chineseAlone.value);
  if (chineseAlone.value) lang.value = "zh";
}

export const tx = (text: Text): string => text[lang.value] || text.zh;
/** The name in the other language; "" where the hall has given none, as Chinese alone suffices. */
export const secondName = (text: Text): string => (text[other()] === tx(text) ? "" : text[other()]);
export const texts = (text: Text | string): string => (typeof text === "string" ? text : tx(text));

export type Fields = Record<string, string | number>;

const HAN = /\p{Script=Han}/u;
const PLAIN = /[A-Za-z0-9]/;
/** The one rule for numbers and letters in Chinese: a space where they meet a character, wherever a place is filled. */
const apart = (before: string, after: string): string => ((HAN.test(before) && PLAIN.test(after)) || (PLAIN.test(before) && HAN.test(after)) ? " " : "");

export const fill = (sentence: string, fields: Fields = {}): string =>
  sentence.split(/(\{\w+\})/).reduce((said, part, at) => {
    const name = part.slice(1, -1);
    const next = at % 2 && name in fields ? String(fields[name]) : part;
    return said + apart(said.slice(-1), next.charAt(0)) + next;
  }, "");

/** A page's texts. The English column is typed by the Chinese one: a missing text is a type error. */
export function table<T extends Record<string, string>>(words: { zh: T; en: { [K in keyof T]: string } }) {
  return (key: keyof T, fields?: Fields, as: Lang = lang.value): string => fill(words[as][key] as string, fields);
}

/** The same with both languages of a text side by side, Chinese first. */
export function pairs<K extends string>(words: Readonly<Record<K, readonly [zh: string, en: string]>>) {
  return (key: K, fields?: Fields, as: Lang = lang.value): string => fill(words[key][as === "zh" ? 0 : 1], fields);
}

if (typeof document !== "undefined") {
  effect(() => {
    const root = document.documentElement;
    root.lang = lang.value === "zh" ? "zh-CN" : "en";
    const title = lang.value === "zh" ? root.dataset.title : root.dataset.titleEn; // said by the shell; some pages say more
    if (title) document.title = title;
  });
}
