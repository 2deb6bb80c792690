// What of the map is chosen and under the finger, and the ways to change it.
import { signal } from "@preact/signals";
import type { Area, Spot } from "@web/wire.ts";
import { change, draft } from "../draft/store.ts";

// Moves on the hall's map: in whole percent, and nothing leaves the floor.

export const SMALLEST = 6; // percent: a zone that can still be seen and taken hold of

const kept = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, Math.round(value)));

export const placed = ({ x, y, width, height }: Area): Area => {
  const [w, h] = [kept(width, SMALLEST, 100), kept(height, SMALLEST, 100)];
  return { x: kept(x, 0, 100 - w), y: kept(y, 0, 100 - h), width: w, height: h };
};

export const moved = (area: Area, dx: number, dy: number): Area => placed({ ...area, x: area.x + dx, y: area.y + dy });

/** By its lower right corner; the upper left one stays. */
export const resized = (area: Area, dx: number, dy: number): Area => ({
  ...area,
  width: kept(area.width + dx, SMALLEST, 100 - area.x),
  height: kept(area.height + dy, SMALLEST, 100 - area.y),
});

export const spotAt = (x: number, y: number): Spot => ({ x: kept(x, 2, 98), y: kept(y, 3, 97) });
export const movedSpot = (spot: Spot, dx: number, dy: number): Spot => spotAt(spot.x + dx, spot.y + dy);

/** Where the next zone goes: from left to right below the counters, three in a row. */
export const freshArea = (nth: number): Area => ({ x: 4 + (nth % 3) * 32, y: 30 + (Math.floor(nth / 3) % 2) * 34, width: 28, height: 30 });

/** Where the next counter goes: along the upper wall. */
export const freshSpot = (nth: number): Spot => spotAt(8 + (nth % 10) * 9.3, 14 + Math.floor(nth / 10) * 14);

/** An arrow key as a step; with shift a larger one. */
export function stepOf(key: string, large: boolean): [number, number] | null {
  const by = large ? 5 : 1;
  const steps: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
  return steps[key] ?? null;
}

export interface Piece {
  kind: "zone" | "counter";
  id: string;
}

export const chosen = signal<Piece | null>(null);

const LIST = { zone: "zones", counter: "counters" } as const;
const FIELD = { zone: "area", counter: "spot" } as const;
type Place = Area | Spot;

export const thing = ({ kind, id }: Piece) => draft.value?.[LIST[kind]].find((one) => one.id === id);
export const placeOf = (piece: Piece): Place | null => (thing(piece) as { area?: Area; spot?: Spot } | undefined)?.[FIELD[piece.kind]] ?? null;

export const setPlace = ({ kind, id }: Piece, place: Place | null): void =>
  change((config) => ({ ...config, [LIST[kind]]: (config[LIST[kind]] as readonly { id: string }[]).map((one) => (one.id === id ? { ...one, [FIELD[kind]]: place } : one)) }));

/** From where it stood when the finger came down, or from where it stands. */
export function shift(piece: Piece, dx: number, dy: number, size = false, from: Place | null = placeOf(piece)): void {
  if (from) setPlace(piece, piece.kind === "counter" ? movedSpot(from, dx, dy) : (size ? resized : moved)(from as Area, dx, dy));
}
