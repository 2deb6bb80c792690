// The words around the hall's figures; each figure's own meaning comes from the server.
import { table, texts } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";
import type { Figure } from "../draft/shapes.ts";

export const title: Text = { zh: "时限与规则", en: "Limits and rules" };

export function codeText(figure: Figure, value: unknown): string | null {
  const found = figure.choices.find((one) => one.value === value);
  return found ? texts(found.text) : null;
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
