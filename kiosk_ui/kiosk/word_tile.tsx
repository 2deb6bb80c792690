// One of a few large answers: its word is on it, and said by the key that comes to it.
import type { ComponentChildren } from "preact";
import { spoken } from "./control_words.ts";
import { settled } from "./flow.ts";
import { t } from "./texts.ts";

interface Props {
  word: Parameters<typeof spoken>[0] & Parameters<typeof t>[0];
  strong?: boolean;
  onClick: () => void;
  children?: ComponentChildren;
}

export const WordTile = ({ word, strong, onClick, children }: Props) => (
  <button type="button" {...spoken(word)} class={strong ? "tile word strong" : "tile word"} disabled={!settled.value} onClick={onClick}>
    <span class="name">{t(word)}</span>
    {children}
  </button>
);
