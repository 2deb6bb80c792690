// Small words in a frame: badges, state marks, waits. Colour never speaks alone.
import type { ComponentChildren } from "preact";
import { table, tx } from "../language/i18n.ts";
import type { Text, WaitView } from "../wire.ts";

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
    soon: "很快",
    minutes: "约 {minutes} 分钟",
    unknown: "暂无法预计",
  },
  en: {
    good: "Normal",
    near: "Near goal",
    over: "Over goal",
    remedy: "Remedy due",
    soon: "Very soon",
    minutes: "About {minutes} min",
    unknown: "No estimate yet",
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

export const waitText = (wait: WaitView): string =>
  wait.state === "minutes" ? t("minutes", { minutes: wait.minutes }) : t(wait.state === "soon" ? "soon" : "unknown");

export const Wait = ({ wait }: { wait: WaitView }) => <span class="wait">{waitText(wait)}</span>;
