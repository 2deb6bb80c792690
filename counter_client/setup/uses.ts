// What in a hall's set-up stands on something, and how it is taken away without leaving anything in the air.
import type { HallConfig, Text } from "@web/wire.ts";

export type Kind = "zones" | "queues" | "services" | "profiles" | "counters";
export type User = Kind | "layouts" | "media" | "notices" | "strips" | "ladders";

export interface Use {
  kind: User;
  id: string;
  name: Text;
  /** It cannot be without; something else must take the place. */
  needs: boolean;
}

type Item = Readonly<Record<string, unknown>>;

/** A list of the set-up whose items name others: by one id, or by several in the named fields. */
interface Link {
  from: User;
  one?: string;
  many?: readonly string[];
}

const places = (from: User): Link => ({ from, many: ["places"] });

const LINKS: Readonly<Record<Kind, readonly Link[]>> = {
  zones: [{ from: "queues", one: "zone" }, { from: "counters", one: "zone" }, places("layouts"), places("media"), places("notices")],
  queues: [{ from: "services", one: "queue" }, { from: "profiles", many: ["queues", "helps"] }, { from: "layouts", many: ["queues"] }],
  services: [{ from: "ladders", many: ["services"] }],
  profiles: [{ from: "counters", one: "profile" }],
  counters: [{ from: "strips", one: "counter" }],
};

const itemsOf = (config: HallConfig, from: User): readonly Item[] => config[from] as unknown as readonly Item[];
const named = (item: Item, field: string): readonly string[] => item[field] as readonly string[];
const refs = (link: Link, item: Item): readonly string[] =>
  link.one ? [item[link.one] as string] : link.many!.flatMap((field) => named(item, field));

const nameOf = (item: Item): Text => (item.name ?? item.text ?? { zh: "", en: "" }) as Text;

/** An empty list of places or queues means "all", so the last one cannot just go; a ladder goes with its last service. */
function use(link: Link, item: Item, id: string): Use[] {
  const ids = refs(link, item);
  if (!ids.includes(id)) return [];
  const needs = link.from !== "ladders" && ids.every((one) => one === id);
  return [{ kind: link.from, id: String(item.id ?? ""), name: nameOf(item), needs }];
}

/** Everything that names it, in the order of the page's sections. */
export const usesOf = (config: HallConfig, kind: Kind, id: string): Use[] =>
  LINKS[kind].flatMap((link) => itemsOf(config, link.from).flatMap((item) => use(link, item, id)));

export const mustBeReplaced = (uses: readonly Use[]): boolean => uses.some((one) => one.needs);

function relinked(link: Link, item: Item, id: string, instead: string): Item | null {
  if (!refs(link, item).includes(id)) return item;
  if (link.one) return { ...item, [link.one]: instead };
  const lists = link.many!.map((field) => named(item, field).flatMap((one) => (one === id ? (instead ? [instead] : []) : [one])));
  const known = new Set<string>(); // what a profile calls as its own it does not help, too
  const kept = lists.map((list) => list.filter((one) => !known.has(one) && known.add(one)));
  if (link.from === "ladders" && !kept[0]!.length) return null;
  return { ...item, ...Object.fromEntries(link.many!.map((field, at) => [field, kept[at]])) };
}

/** Takes it away; whoever named it names `instead` from now on, or nothing where that will do. */
export function removed(config: HallConfig, kind: Kind, id: string, instead = ""): HallConfig {
  const without = itemsOf(config, kind).filter((item) => item.id !== id);
  const links = LINKS[kind].map((link) => [
    link.from,
    itemsOf(config, link.from).map((item) => relinked(link, item, id, instead)).filter((item) => item !== null),
  ]);
  return { ...config, [kind]: without, ...Object.fromEntries(links) } as HallConfig;
}
