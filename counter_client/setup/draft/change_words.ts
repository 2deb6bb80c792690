// A change of the set-up in words a manager reads at a glance: "业务“缴费” 标准时长：3 分钟 → 4 分钟".
import { fill, lang, tx } from "../../../server/web/i18n.ts";
import type { HallConfig, Text } from "@web/wire.ts";
import { FIELDS, KINDS, WORDS } from "./change_texts.ts";
import { isText, valueText } from "./change_values.ts";
import { same } from "./differences.ts";
import { steps } from "./paths.ts";
import type { Change } from "./shapes.ts";

/** Where names are looked up: the set-ups before and after, the figures' own texts. */
export interface Known {
  configs: readonly (HallConfig | null)[];
  figures?: Readonly<Record<string, Text>>;
}

export interface Said {
  kind: "added" | "removed" | "order" | "gained" | "lost" | "swapped" | "changed";
  what: string;
  from: string;
  to: string;
}

interface Item {
  id: string;
  name?: Text;
  text?: Text;
}

const listOf = (config: HallConfig | null, list: string): readonly Item[] => (config as unknown as Record<string, readonly Item[]> | null)?.[list] ?? [];

/** What an item is called; its id when it is in no set-up and has no name. */
export function itemName(list: string, id: string, known: Known, own?: unknown): string {
  const those = [...known.configs.map((config) => listOf(config, list).find((item) => item.id === id)), own as Item | null];
  return those.map((item) => (item?.name ? tx(item.name) : item?.text ? tx(item.text) : "")).find(Boolean) ?? id;
}

const label = (list: string, field: string, known: Known): string => {
  const text = FIELDS[`${list}.${field}`] ?? (list === "figures" ? known.figures?.[field] : undefined) ?? FIELDS[field];
  return text ? tx(text) : field;
};

function whatOf(path: string, known: Known, own: unknown): string {
  const [list = "", second = "", ...rest] = steps(path);
  if (!second.startsWith("[")) {
    const fields = list === "figures" && second ? [second] : [list, second, ...rest].filter(Boolean);
    return fields.map((field) => label(list, field, known)).join(" ");
  }
  const kind = KINDS[list];
  const name = itemName(list, second.slice(1, -1), known, own);
  const whose = kind ? fill(tx(WORDS.item), { kind: tx(kind), name }) : name;
  const what = rest.map((field) => label(list, field, known)).join(" ");
  return what ? fill(tx(WORDS.of), { whose, what }) : whose;
}

const isItem = (path: string): boolean => steps(path).length === 2 && path.endsWith("]");

/** Both languages are one piece; say the one that changed. */
function textsOf(before: Text, after: Text): [string, string] {
  const shown = lang.value;
  const said = before[shown] === after[shown] ? (shown === "zh" ? "en" : "zh") : shown;
  return [before[said], after[said]];
}

export function changeWords({ path, before, after }: Change, known: Known): Said {
  const none = tx(WORDS.none);
  const what = whatOf(path, known, after ?? before);
  const said = (value: unknown) => valueText(path, value, (list, id) => itemName(list, id, known)) || none;
  if (isItem(path) && before === null) return { kind: "added", what, from: "", to: "" };
  if (isItem(path) && after === null) return { kind: "removed", what, from: "", to: "" };
  if (Array.isArray(before) && Array.isArray(after)) return listWords(what, before, after, said);
  const [from, to] = isText(before) && isText(after) ? textsOf(before, after) : [said(before), said(after)];
  return { kind: "changed", what, from: from || none, to: to || none };
}

function listWords(what: string, before: readonly unknown[], after: readonly unknown[], said: (value: unknown) => string): Said {
  const missing = (some: readonly unknown[], others: readonly unknown[]) => some.filter((one) => !others.some((other) => same(one, other)));
  const [gone, come] = [missing(before, after), missing(after, before)];
  const [from, to] = [said(gone), said(come)];
  if (!gone.length && !come.length) return { kind: "order", what, from: said(before), to: said(after) };
  if (!before.length || !after.length) return { kind: "changed", what, from: said(before), to: said(after) };
  return { kind: !gone.length ? "gained" : !come.length ? "lost" : "swapped", what, from, to };
}

/** The whole line as one sentence. */
export function changeLine(change: Change, known: Known): string {
  const said = changeWords(change, known);
  return fill(tx(WORDS[said.kind]), { what: said.what, from: said.from, to: said.to });
}

/** A place, items named by where they stand, in words: "业务“缴费” 标准时长". */
export function placeWords(where: string, config: HallConfig | null, known: Known): string {
  const [list = "", second = "", ...rest] = steps(where);
  const item = second.startsWith("[") ? listOf(config, list)[Number(second.slice(1, -1))] : undefined;
  const path = item?.id ? [list, `[${item.id}]`, ...rest] : [list, second, ...rest];
  const words = path.filter((step) => !/^\[\d*\]$/.test(step) || step === `[${item?.id}]`);
  return whatOf(words.reduce((all, step) => (step.startsWith("[") || !all ? all + step : `${all}.${step}`), ""), known, item);
}
