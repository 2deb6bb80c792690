// A list beside the stage, and the button at the end of a row.
import type { ComponentChildren } from "preact";
import { onPointer } from "./keyboard.ts";
import { t, type Word } from "./texts.ts";

interface PanelProps {
  name: string;
  title: string;
  /** How many rows there are; `count` shows it. */
  n: number;
  count?: boolean;
  none?: Word;
  children: ComponentChildren;
}

/** A panel keeps its height when it empties: nothing may move when a customer comes or goes. */
export const Panel = ({ name, title, n, count, none = "empty", children }: PanelProps) => (
  <section class={`panel ${name}`} aria-label={title}>
    <h2>
      {title} {count && <b>{n}</b>}
    </h2>
    {n ? children : <p class="none">{t(none)}</p>}
  </section>
);

interface RowButtonProps {
  word: Word;
  /** What it does to whom: "恢复 A031". */
  name: string;
  disabled?: boolean;
  press: () => void;
}

export const RowButton = ({ word, name, disabled, press }: RowButtonProps) => (
  <button type="button" class="small" disabled={disabled} aria-label={name} onClick={onPointer(press)}>
    {t(word)}
  </button>
);
