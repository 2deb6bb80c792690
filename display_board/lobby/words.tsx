// How the lobby board sets words: Chinese first, English under or after it, places with a large figure.
import type { Text } from "@web/wire.ts";
import { figured } from "./words.ts";

/** `fit`: its box has a size of its own and long words are set smaller in it. */
export function Pair({ text, as: Tag = "span", fit = false }: { text: Text; as?: "span" | "h1" | "h2" | "p"; fit?: boolean }) {
  return (
    <Tag class="pair" data-fit={fit ? "" : undefined}>
      <span class="zh">{text.zh}</span>
      {text.en && text.en !== text.zh && <span class="en" lang="en"> {text.en}</span>}
    </Tag>
  );
}

/** The way to the counter; drawn, so that it looks alike on every machine. */
export function Arrow() {
  return (
    <svg class="arrow" viewBox="0 0 100 100" aria-hidden="true">
      <path d="M6 42h52V18l38 32-38 32V58H6z" fill="currentColor" />
    </svg>
  );
}

/** "3 号窗口" as the figure 3 and its unit; a room's name has no figure. */
export function Place({ name }: { name: Text }) {
  const { figure, unit } = figured(name.zh);
  if (!figure) return <span class={`place named ${unit.length > 4 ? "long" : ""}`} data-fit><Pair text={name} /></span>;
  const english = name.en.replace(figure, "").trim();
  return (
    <span class="place" data-fit>
      <span class="figure">{figure}</span>
      <span class={unit.length > 3 ? "unit long" : "unit"}><Pair text={{ zh: unit, en: english }} /></span>
    </span>
  );
}
