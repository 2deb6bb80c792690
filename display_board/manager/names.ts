// What the server's codes are called: states of devices and counters; alerts come in words from the server.
import { tx } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

const states: Record<string, Text> = {
  ok: { zh: "正常", en: "OK" },
  warn: { zh: "注意", en: "Warning" },
  down: { zh: "故障", en: "Down" },
};

const counterStates: Record<string, Text> = {
  closed: { zh: "关闭", en: "Closed" },
  open_idle: { zh: "空闲", en: "Idle" },
  calling: { zh: "叫号中", en: "Calling" },
  serving: { zh: "办理中", en: "Serving" },
  paused: { zh: "暂停", en: "Paused" },
};

/** The usual reasons, so that a manager in a hurry types nothing and English readers are not left out. */
export const reasons: readonly Text[] = [
  { zh: "系统升级", en: "System upgrade" },
  { zh: "设备故障", en: "Equipment fault" },
  { zh: "经办人员暂缺", en: "No clerk available" },
];

/** An unknown word is shown plainly rather than hidden. */
const known = (words: Record<string, Text>, word: string): string => {
  const text = words[word];
  return text ? tx(text) : word;
};

export const stateText = (state: string): string => known(states, state);
export const counterStateText = (state: string): string => known(counterStates, state);
