// How the lobby board sets words: one language at a time, places with a large figure.
import type { Text } from "@web/wire.ts";
import { columns, speaks } from "./turns.ts";
import { figured } from "./words.ts";

/** In the language whose turn it is; where there is no English, Chinese stays. */
export function Pair({ text, as: Tag = "span" }: { text: Text; as?: "span" | "p" }) {
  const english = speaks.value === "en" && text.en !== "";
  return <Tag class="pair" lang={english ? "en" : "zh-CN"}>{english ? text.en : text.zh}</Tag>;
}

/** Both at once, for whoever stands near and reads no more than one of them. */
export const Both = ({ text }: { text: Text }) => (
  <span class="both">
    {text.zh} <span lang="en">{text.en}</span>
  </span>
);

/** The way to the counter; drawn, so that it looks alike on every machine. */
export function Arrow() {
  return (
    <svg class="arrow" viewBox="0 0 100 100" aria-hidden="true">
      <path d="M6 42h52V18l38 32-38 32V58H6z" fill="currentColor" />
    </svg>
  );
}

const PLAIN = new Set(["号窗口", "号", "窗口", "号柜台"]); // what an arrow and a figure say by themselves

const sizeOf = ({ zh, en }: Text): string => (columns(zh) > 48 || columns(en) > 60 ? "very" : columns(zh) > 8 ? "long" : "");

/** "3 号窗口" as the figure 3 and its unit; a room's name has no figure. `brief`: a usual counter is its figure alone. */
export function Place({ name, brief = false }: { name: Text; brief?: boolean }) {
  const { figure, unit } = figured(name.zh);
  if (!figure) return <span class={`place named ${sizeOf(name)}`} data-fit><Pair text={name} /></span>;
  const english = name.en.replace(figure, "").trim();
  return (
    <span class="place" data-fit>
      <span class="figure">{figure}</span>
      {!(brief && PLAIN.has(unit)) && <span class={unit.length > 3 ? "unit long" : "unit"}><Pair text={{ zh: unit, en: english }} /></span>}
    </span>
  );
}
