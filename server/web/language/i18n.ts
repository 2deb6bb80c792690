// Two languages: one signal, texts from the server by `tx`, a page's own texts by a typed table. What a hall speaks is
// its own affair: where it speaks Chinese alone, `lang` is Chinese whatever anybody wants, on every page by this one door.
import { computed, effect, signal } from "@preact/signals";
import type { Text } from "../wire.ts";
import { wanted, type Lang } from "./reader.ts";

export { speak, spokenWith, startInOwn, switchTo, type Lang, type Reader } from "./reader.ts";

const page = typeof document === "undefined" ? null : document.documentElement;

/** The hall speaks Chinese alone; the shell of a page says so before anything is drawn. */
const alone = signal(page?.hasAttribute("data-chinese") ?? false);
export const chineseAlone = computed(() => alone.value);

/** Heard with every answer and every beat: a hall may change it while its pages stand open. */
export const hallSpeaks = (languages: "both" | "zh"): void => void (alone.value = languages === "zh");

export const lang = computed<Lang>(() => (alone.value ? "zh" : wanted.value));

export const other = (): Lang => (lang.value === "zh" ? "en" : "zh");

export const tx = (text: Text): string => text[lang.value] || text.zh;
/** The name in the other language; "" where the hall has given none, as Chinese alone suffices. */
export const secondName = (text: Text): string => (alone.value || text[other()] === tx(text) ? "" : text[other()]);
export const texts = (text: Text | string): string => (typeof text === "string" ? text : tx(text));

export type Fields = Record<string, string | number>;

const HAN = /\p{Script=Han}/u;
const PLAIN = /[A-Za-z0-9]/;
/** The one rule for numbers and letters in Chinese: a space where they meet a character, wherever a place is filled. */
const apart = (before: string, after: string): string => ((HAN.test(before) && PLAIN.test(after)) || (PLAIN.test(before) && HAN.test(after)) ? " " : "");

export const fill = (sentence: string, fields: Fields = {}): string =>
  sentence.split(/(\{\w+\})/).reduce((filled, part, at) => {
    const name = part.slice(1, -1);
    const next = at % 2 && name in fields ? String(fields[name]) : part;
    return filled + apart(filled.slice(-1), next.charAt(0)) + next;
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
    root.toggleAttribute("data-chinese", alone.value);
    const title = lang.value === "zh" ? root.dataset.title : root.dataset.titleEn; // said by the shell; some pages say more
    if (title) document.title = title;
  });
}
