// Small words in a frame: badges and state marks. Colour never speaks alone.
import type { ComponentChildren } from "preact";
import { table, tx } from "../language/i18n.ts";
import type { Text } from "../wire.ts";

export type Tone = "plain" | "brand" | "good" | "near" | "over" | "remedy";

export const Badge = ({ tone = "plain", children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`badge ${tone}`}>{children}</span>
);

const t = table({
  zh: {
    good: "正常",
    near: "接近",
    over: "超目标",
    remedy: "须补救",
  },
  en: {
    good: "Normal",
    near: "Near goal",
    over: "Over goal",
    remedy: "Remedy due",
  },
});

export type State = "good" | "near" | "over" | "remedy";
const SIGN: Record<State, string> = { good: "●", near: "▲", over: "■", remedy: "★" };

/** Word, sign and colour of a state; `text` replaces the usual word. */
export const StateMark = ({ state, text }: { state: State; text?: Text | string }) => (
  <span class={`mark ${state}`}>
    <span aria-hidden="true">{SIGN[state]}</span> {text === undefined ? t(state) : typeof text === "string" ? text : tx(text)}
  </span>
);
