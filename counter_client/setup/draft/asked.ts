// What the server asks: the set-up's form, what its choices offer, and names instead of ids.
import { signal } from "@preact/signals";
import { fieldAt as find } from "@web/form/at.ts";
import { blankItem, type Option } from "@web/form/form.tsx";
import { tx } from "@web/language/i18n.ts";
import type { Field, HallConfig, Text } from "@web/wire.ts";
import { draft, setup } from "./store.ts";

export const form = signal<readonly Field[]>([]);

/** The whole set-up is the part at "". */
export const fieldAt = (where: string): Field | undefined => (where ? find(form.value, where) : WHOLE());
const WHOLE = (): Field => ({ id: "", kind: "part", fields: form.value }) as unknown as Field;

/** A new item of a table, called `id`. */
export const freshOf = (where: string, id = ""): unknown => blankItem(fieldAt(where)!, optionsOf, id);

interface Item {
  id: string;
  name: Text;
  letter?: string;
}

const LISTS = ["zones", "queues", "services", "segments", "profiles", "counters", "printers"];
const itemsOf = (of: string): readonly Item[] => (LISTS.includes(of) ? ((draft.value as unknown as Record<string, readonly Item[]>)[of] ?? []) : []);
const called = ({ id, name, letter }: Item): string => [letter, tx(name) || (letter ? "" : id)].filter(Boolean).join(" ");

/** A list of the draft, or what the server has by that name. */
export function optionsOf(of: string, value?: unknown): readonly Option[] {
  if (LISTS.includes(of)) return itemsOf(of).map((item) => ({ value: item.id, label: called(item) }));
  const { choices, config } = setup.value!;
  if (of === "letters") return [...(value ? [value as string] : []), ...freeLetters(choices.letters, config, draft.value!)].map((letter) => ({ value: letter, label: letter }));
  const offered = (choices as unknown as Record<string, readonly string[] | Record<string, Text>>)[of] ?? [];
  return Array.isArray(offered) ? offered.map((one: string) => ({ value: one, label: one })) : Object.entries(offered).map(([one, label]) => ({ value: one, label: label as Text }));
}

export function nameOf(of: string, id: string): string {
  const item = itemsOf(of).find((one) => one.id === id);
  const offered = item ? undefined : LISTS.includes(of) ? undefined : optionsOf(of).find((one) => one.value === id)?.label;
  return item ? called(item) : offered ? (typeof offered === "string" ? offered : tx(offered)) : id;
}

export type Listed = { [K in keyof HallConfig]: HallConfig[K] extends readonly { id: string }[] ? K : never }[keyof HallConfig];

type Queues = Pick<HallConfig, "queues">;

const HEARD_BADLY = "GH"; // offered last

/** What a new queue may take: the server's free ones and those the draft has given up, less what the draft has taken. */
export function freeLetters(offered: readonly string[], saved: Queues | null, draft: Queues): string[] {
  const known = new Set([...offered, ...(saved?.queues ?? []).map((queue) => queue.letter)]);
  draft.queues.forEach((queue) => known.delete(queue.letter));
  const rank = (letter: string) => (HEARD_BADLY.includes(letter) ? "~" : "") + letter;
  return Array.from(known).filter(Boolean).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
