// The words around the hall's figures; each figure's own meaning comes from the server.
import { table, texts } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";
import type { FigureGroup } from "./figure_groups.ts";
import type { Option } from "./form.tsx";
import type { Figure } from "./shapes.ts";

export const title: Text = { zh: "时限与规则", en: "Limits and rules" };

export const groupNames: Readonly<Record<FigureGroup, Text>> = {
  waits: { zh: "等候", en: "Waiting" },
  care: { zh: "补救与提醒", en: "Remedies and reminders" },
  calling: { zh: "叫号与过号", en: "Calling and missed numbers" },
  numbers: { zh: "号码", en: "Numbers" },
  rating: { zh: "评价", en: "Ratings" },
  voice: { zh: "语音与大屏", en: "Voice and boards" },
  day: { zh: "关门前后", en: "Around closing" },
  others: { zh: "其他", en: "Others" },
};

const option = (value: string, zh: string, en: string): Option => ({ value, label: { zh, en } });

const CODES: Readonly<Record<string, readonly Option[] | undefined>> = {
  near_close_rule: [
    option("issue", "照常发号", "Give numbers as usual"),
    option("warn", "发号，但提示可能办不完", "Give numbers, with a warning"),
    option("stop", "不再发号", "Give no more numbers"),
  ],
  speech_languages: [
    option("zh", "中文一遍", "Chinese once"),
    option("zh,zh", "中文两遍", "Chinese twice"),
    option("zh,en", "中文、英文各一遍", "Chinese, then English"),
  ],
};

/** A figure whose codes are words here needs no codes in its meaning. */
const MEANINGS: Readonly<Record<string, Text | undefined>> = {
  near_close_rule: { zh: "临近关门、预计轮不到的客户来取号时", en: "Near closing, when a customer would not be called in time" },
  speech_languages: { zh: "一次叫号播报", en: "One call is spoken in" },
};

export const meaningOf = (figure: Figure): Text => MEANINGS[figure.name] ?? figure.text;

export const codesOf = (figure: string): readonly Option[] | undefined => CODES[figure];

export function codeText(figure: string, value: unknown): string | null {
  const found = codesOf(figure)?.find((one) => one.value === value);
  return found ? texts(found.label) : null;
}

export const t = table({
  zh: {
    title: "时限与规则",
    lead: "每条规则都有一个数。保存时选“从哪天起”，以前的报表仍按当时的数算。",
    usual: "通常 {value}",
    reset: "恢复通常值",
    reset_of: "恢复通常值：{name}",
    since: "自 {day}（{who}）",
    coming: "{day} 起改为 {value}",
    yuan: "元",
    ms: "毫秒",
  },
  en: {
    title: "Limits and rules",
    lead: "Every rule has a figure. When saving, choose from which day on; earlier reports keep the figure of their time.",
    usual: "Usually {value}",
    reset: "Back to usual",
    reset_of: "Back to usual: {name}",
    since: "Since {day} ({who})",
    coming: "{value} from {day} on",
    yuan: "yuan",
    ms: "ms",
  },
});
