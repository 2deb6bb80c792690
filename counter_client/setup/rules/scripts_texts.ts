// The words of the section about what staff say.
import { table, tx } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "话术", en: "What staff say" };

const MOMENTS: Readonly<Record<string, Text | undefined>> = {
  explain: { zh: "解释等候", en: "Explaining the wait" },
  water: { zh: "送水", en: "Giving water" },
  remedy: { zh: "服务补救", en: "The remedy" },
};

export const momentName = (moment: string): string => (MOMENTS[moment] ? tx(MOMENTS[moment]) : moment);

export const t = table({
  zh: {
    title: "话术",
    lead: "引导员平板和柜台上显示的话。改一次就是新的一版，旧版留档，可查当时说的是哪一版。",
    in_force: "现在使用",
    to_come: "将来使用",
    past: "已停用",
    version: "第 {n} 版",
    since: "{day}起",
    reword: "改写",
    write: "写一版",
    others: "其他版本 {n}",
    new_version: "第 {n} 版（新）",
    unknown: "不认识 {places}，只能用 {ahead} 和 {wait}",
    drop: "不要这一版",
  },
  en: {
    title: "What staff say",
    lead: "Shown on the guide's tablet and at the counter. Each change is a version of its own; the old ones stay on record.",
    in_force: "in force",
    to_come: "to come",
    past: "no longer used",
    version: "Version {n}",
    since: "since {day}",
    reword: "Reword",
    write: "Write one",
    others: "Other versions: {n}",
    new_version: "Version {n} (new)",
    unknown: "Nobody fills in {places}; use {ahead} and {wait} only",
    drop: "Drop this version",
  },
});
