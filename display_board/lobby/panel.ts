// What the board's panel shows one after the other: media and the map; a value and pure steps.
import type { LobbyMedium } from "@web/wire.ts";

export type Item = { what: "medium"; medium: LobbyMedium } | { what: "map" };

export const MAP_SECONDS = 20;
const LEAST_SECONDS = 3;

export function playlist(media: readonly LobbyMedium[], withMap: boolean, broken: ReadonlySet<string>): Item[] {
  const items: Item[] = media.filter((medium) => !broken.has(medium.file)).map((medium) => ({ what: "medium", medium }));
  return withMap ? [...items, { what: "map" }] : items;
}

/** How long an item stands; null: until it has played to its end. */
export function secondsOf(item: Item, alone: boolean): number | null {
  if (alone) return null;
  if (item.what === "map") return MAP_SECONDS;
  return item.medium.kind === "video" ? null : Math.max(LEAST_SECONDS, item.medium.seconds);
}

/** New calls have the place until everybody has had the time to look up twice. */
export const QUIET_MS = 15_000;

export interface Calm {
  unseen: number;
  fresh: boolean;
  since: number;
  shown: boolean;
}

/** Whether media may take the hero's place now; never while a call is new, waits for its turn, or is being said. */
export function panelMay(hero: Calm, speaking: boolean, now: number, heroMs: number): boolean {
  if (hero.unseen > 0 || speaking) return false;
  return !hero.shown || !hero.fresh || now - hero.since >= Math.max(QUIET_MS, heroMs);
}
