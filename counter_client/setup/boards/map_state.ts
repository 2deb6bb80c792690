// What of the map is chosen and under the finger, and the ways to change it.
import { signal } from "@preact/signals";
import type { Area, Spot } from "@web/wire.ts";
import { moved, movedSpot, resized } from "./map_edit.ts";
import { change, draft } from "../draft/store.ts";

export interface Piece {
  kind: "zone" | "counter";
  id: string;
}

export const chosen = signal<Piece | null>(null);

export const areaOf = (id: string): Area | null => draft.value?.zones.find((zone) => zone.id === id)?.area ?? null;
export const spotOf = (id: string): Spot | null => draft.value?.counters.find((counter) => counter.id === id)?.spot ?? null;

export const setArea = (id: string, area: Area | null): void =>
  change((config) => ({ ...config, zones: config.zones.map((zone) => (zone.id === id ? { ...zone, area } : zone)) }));

export const setSpot = (id: string, spot: Spot | null): void =>
  change((config) => ({ ...config, counters: config.counters.map((counter) => (counter.id === id ? { ...counter, spot } : counter)) }));

/** From where it stood when the finger came down, or from where it stands. */
export function shift(piece: Piece, dx: number, dy: number, size = false, from: Area | Spot | null = null): void {
  if (piece.kind === "counter") {
    const spot = (from ?? spotOf(piece.id)) as Spot | null;
    if (spot) setSpot(piece.id, movedSpot(spot, dx, dy));
    return;
  }
  const area = (from ?? areaOf(piece.id)) as Area | null;
  if (area) setArea(piece.id, size ? resized(area, dx, dy) : moved(area, dx, dy));
}
