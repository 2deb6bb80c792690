// What becomes of a name that is typed: how it will stand on the screens, and which of its letters paper may lack.
import type { Room, Text } from "@web/wire.ts";

const LETTERS_A_HANZI = 3; // the second language stands at 60 %, so that three letters need what a hanzi does

/** In hanzi; figures and Latin letters take half of one. */
export function widthOf(words: string): number {
  return Math.ceil([...words.trim()].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.5), 0));
}

export interface Fit {
  fit: "full" | "smaller" | "tiny";
  width: number;
}

export function fitOf({ full, legible }: Pick<Room, "full" | "legible">, { zh, en }: Text): Fit {
  const width = Math.max(widthOf(zh), Math.ceil(en.trim().length / LETTERS_A_HANZI));
  return { fit: width <= full ? "full" : width <= legible ? "smaller" : "tiny", width };
}

/** Every font and every printer with hanzi has these; anything else is asked about. */
const SURE = /[\x20-\x7e\n\u3001-\u3003\u3005-\u3017\u4e00-\u9fa5\uff01-\uff5e“”‘’—…·《》]/gu;
export const doubtful = (text: string): string[] => [...new Set(text.replace(SURE, ""))];
