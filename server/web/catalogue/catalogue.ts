// The hall's catalogue as a page keeps it: asked for when the page opens, still there when the line is not.
import { signal } from "@preact/signals";
import { get } from "../dialogue/post.ts";
import { Refusal } from "../dialogue/refusal.ts";
import type { Business, Catalogue, Text } from "../wire.ts";

const AGAIN = 5_000;

export const catalogue = signal<Catalogue | null>(null);

export const businessOf = (id: string): Business | undefined => catalogue.value?.businesses.find((one) => one.id === id);

let asking = 0;

/** Asks until the hall has answered once; what was known stays until then. */
export async function renewCatalogue(): Promise<void> {
  const mine = ++asking;
  try {
    const answer = await get("/api/catalogue");
    if (mine === asking) catalogue.value = answer;
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    setTimeout(() => void (mine === asking && renewCatalogue()), AGAIN);
  }
}

/** All that is written of a business, piece by piece; each piece is one that a person would look for. */
export function writtenOf(business: Business): readonly Text[] {
  const { entry } = business;
  return [
    business.name,
    business.queue_name,
    ...business.materials,
    ...entry.agent_materials,
    ...entry.conditions,
    business.fee,
    entry.limit,
    business.note,
    ...[...entry.forms, ...entry.samples].map(({ name }) => name),
    ...entry.key_points,
    ...entry.topics,
    ...entry.steps,
    ...business.e_channels.flatMap(({ name, hint }) => [name, hint]),
  ];
}

export interface Hit {
  business: Business;
  /** Where the words stand, unless its name says it already. */
  where: Text | null;
}

/** Spaces are typed or not, whatever the hall wrote: "5元/户" finds "手续费 5 元/户". */
const bare = ({ zh, en }: Text): string => `${zh}\n${en}`.toLowerCase().replace(/[^\S\n]/g, "");

const read = new WeakMap<Business, readonly { text: Text; bare: string }[]>();

/** Made once for each business: a key is typed every tenth of a second. */
function piecesOf(business: Business): readonly { text: Text; bare: string }[] {
  const known = read.get(business) ?? writtenOf(business).map((text) => ({ text, bare: bare(text) }));
  read.set(business, known);
  return known;
}

/** Every word occurs somewhere; those whose name says it come first. Without words all there are. */
export function search(businesses: readonly Business[], typed: string): readonly Hit[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = businesses.flatMap((business): (Hit & { rank: number })[] => {
    const pieces = piecesOf(business);
    const first = words.map((word) => pieces.findIndex((piece) => piece.bare.includes(word)));
    if (first.includes(-1)) return [];
    const far = Math.max(0, ...first);
    return [{ business, where: far ? pieces[far]!.text : null, rank: far ? 1 : 0 }];
  });
  return hits.sort((a, b) => a.rank - b.rank);
}
