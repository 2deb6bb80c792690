// What in a hall's set-up stands on something, and how it is taken away without leaving anything in the air;
// who may name whom is the server's table of references.
import type { HallConfig, Reference, Text } from "@web/wire.ts";

export type Kind = Reference["named"];
export type User = Reference["naming"];
export type References = readonly Reference[];

export interface Use {
  kind: User;
  id: string;
  name: Text;
  /** It cannot be without; something else must take the place. */
  needs: boolean;
}

type Item = Readonly<Record<string, unknown>>;

const itemsOf = (config: HallConfig, from: Kind | User): readonly Item[] => config[from] as unknown as readonly Item[];
const links = (references: References, kind: Kind): References => references.filter((link) => link.named === kind);
const refs = (link: Reference, item: Item): readonly string[] => link.fields.flatMap((field) => item[field] as string | readonly string[]);

const nameOf = (item: Item): Text => (item.name ?? item.text ?? { zh: "", en: "" }) as Text;

/** An empty list means something else, such as "all", so the last one cannot just go; or the item goes with it. */
function use(link: Reference, item: Item, id: string): Use[] {
  const ids = refs(link, item);
  if (!ids.includes(id)) return [];
  const needs = link.last === "replaced" && ids.every((one) => one === id);
  return [{ kind: link.naming, id: String(item.id ?? ""), name: nameOf(item), needs }];
}

/** Everything that names it, in the order of the page's sections. */
export const usesOf = (references: References, config: HallConfig, kind: Kind, id: string): Use[] =>
  links(references, kind).flatMap((link) => itemsOf(config, link.naming).flatMap((item) => use(link, item, id)));

export const mustBeReplaced = (uses: readonly Use[]): boolean => uses.some((one) => one.needs);

function relinked(link: Reference, item: Item, id: string, instead: string): Item | null {
  if (!refs(link, item).includes(id)) return item;
  const known = new Set<string>(); // what a profile calls as its own it does not help, too
  const kept = link.fields.map((field) => [field, without(item[field] as string | readonly string[], id, instead, known)]);
  const left = { ...item, ...Object.fromEntries(kept) };
  return link.last === "goes" && !refs(link, left).some(Boolean) ? null : left;
}

function without(naming: string | readonly string[], id: string, instead: string, known: Set<string>): string | string[] {
  if (typeof naming === "string") return naming === id ? instead : naming;
  const others = naming.flatMap((one) => (one === id ? (instead ? [instead] : []) : [one]));
  return others.filter((one) => !known.has(one) && known.add(one));
}

/** Takes it away; whoever named it names `instead` from now on, or nothing where that will do. */
export function removed(references: References, config: HallConfig, kind: Kind, id: string, instead = ""): HallConfig {
  const left = { ...config, [kind]: itemsOf(config, kind).filter((item) => item.id !== id) };
  return links(references, kind).reduce((sofar, link) => {
    const items = itemsOf(sofar, link.naming).map((item) => relinked(link, item, id, instead));
    return { ...sofar, [link.naming]: items.filter((item) => item !== null) };
  }, left);
}
