// Two languages: one signal, texts from the server by `tx`, a page's own texts by a typed table.
import { effect, signal } from "@preact/signals";
import type { Text } from "./wire.ts";

export type Lang = "zh" | "en";
export const lang = signal<Lang>("zh");

export const other = (): Lang => (lang.value === "zh" ? "en" : "zh");
export const tx = (text: Text): string => text[lang.value] || text.zh;
/** The name in the other language; "" where the hall has given none, as Chinese alone suffices. */
export const secondName = (text: Text): string => (text[other()] === tx(text) ? "" : text[other()]);
export const texts = (text: Text | string): string => (typeof text === "string" ? text : tx(text));

export type Fields = Record<string, string | number>;

export const fill = (sentence: string, fields: Fields = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in fields ? String(fields[name]) : place));

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
    document.documentElement.lang = lang.value === "zh" ? "zh-CN" : "en";
  });
}
