// The words of the section about what staff say.
import { pairs, tx } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "话术", en: "What staff say" };

const MOMENTS: Readonly<Record<string, Text | undefined>> = {
  explain: { zh: "解释等候", en: "Explaining the wait" },
  water: { zh: "送水", en: "Giving water" },
  remedy: { zh: "服务补救", en: "The remedy" },
};

export const momentName = (moment: string): string => (MOMENTS[moment] ? tx(MOMENTS[moment]) : moment);

export const t = pairs({
  title: ["话术", "What staff say"],
  lead: ["引导员平板和柜台上显示的话。改一次就是新的一版，旧版留档，可查当时说的是哪一版。", "Shown on the guide's tablet and at the counter. Each change is a version of its own; the old ones stay on record."],
  in_force: ["现在使用", "in force"],
  to_come: ["将来使用", "to come"],
  past: ["已停用", "no longer used"],
  version: ["第 {n} 版", "Version {n}"],
  since: ["{day}起", "since {day}"],
  reword: ["改写", "Reword"],
  write: ["写一版", "Write one"],
  others: ["其他版本 {n}", "Other versions: {n}"],
  new_version: ["第 {n} 版（新）", "Version {n} (new)"],
  unknown: ["不认识 {places}，只能用 {ahead} 和 {wait}", "Nobody fills in {places}; use {ahead} and {wait} only"],
  drop: ["不要这一版", "Drop this version"],
});
