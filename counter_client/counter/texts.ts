// The words of the clerk's console.
import { table } from "@web/language/i18n.ts";
import { en } from "./texts_en.ts";
import { zh } from "./texts_zh.ts";

export type Word = keyof typeof zh;
export const t = table({ zh, en });
export const chinese = (key: Word): string => zh[key];

/** For words that come from the server: a newer one may know more than this console. */
export const sayOr = (begin: string, code: string): string =>
  begin + code in zh ? t((begin + code) as Word) : code;
