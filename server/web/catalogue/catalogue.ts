// The hall's catalogue as a page keeps it: asked for when the page opens, still there when the line is not.
import { signal } from "@preact/signals";
import { get } from "../dialogue/post.ts";
import { Refusal } from "../dialogue/refusal.ts";
import type { Business, Catalogue, Text } from "../wire.ts";
import { canBeRead, isReadIn, readingsIn, type Readings } from "./sounds.ts";

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
    ...entry.forms.flatMap(({ name, place }) => [name, place]),
    ...entry.samples.map(({ name }) => name),
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

interface Piece {
  text: Text;
  bare: string;
  readings: Readings;
}

const read = new WeakMap<Business, readonly Piece[]>();

/** Made once for each business: a key is typed every tenth of a second. */
function piecesOf(business: Business): readonly Piece[] {
  const known = read.get(business) ?? writtenOf(business).map((text) => ({ text, bare: bare(text), readings: readingsIn(text.zh) }));
  read.set(business, known);
  return known;
}

interface Found {
  piece: number;
  /** By how it is read, not by what is written. */
  read: boolean;
}

/** What is written comes before what is read so, and a business's name before all else of it. */
function found(pieces: readonly Piece[], word: string): Found | null {
  const written = pieces.findIndex(({ bare }) => bare.includes(word));
  if (written === 0 || !canBeRead(word)) return written < 0 ? null : { piece: written, read: false };
  const read = pieces.findIndex(({ readings }) => isReadIn(readings, word));
  if (read === 0 || (read > 0 && written < 0)) return { piece: read, read: true };
  return written < 0 ? null : { piece: written, read: false };
}

const rankOf = ({ piece, read }: Found): number => (piece ? 2 : 0) + Number(read);

/**
 * Every word occurs somewhere, as it is written or as its hanzi are read ("gh", "guohu"); those whose name says it come
 * first. Without words all there are.
 */
export function search(businesses: readonly Business[], typed: string): readonly Hit[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = businesses.flatMap((business): (Hit & { rank: number })[] => {
    const pieces = piecesOf(business);
    const all = words.map((word) => found(pieces, word));
    const hit = all.filter((one): one is Found => one !== null);
    if (hit.length < all.length) return [];
    const far = Math.max(0, ...hit.map(({ piece }) => piece));
    return [{ business, where: far ? pieces[far]!.text : null, rank: Math.max(0, ...hit.map(rankOf)) }];
  });
  return hits.sort((a, b) => a.rank - b.rank);
}
