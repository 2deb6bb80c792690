// What differs between two set-ups, piece by piece, as the server counts it; and two people's changes brought together.
import type { Change } from "./shapes.ts";

type Part = Readonly<Record<string, unknown>>;
type Item = Part & { id: string };

export const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const isPart = (value: unknown): value is Part => value !== null && typeof value === "object" && !Array.isArray(value);
/** A text in two languages is one piece. */
const isText = (value: Part): boolean => Object.keys(value).length === 2 && "zh" in value && "en" in value;
const isWhole = (value: unknown): value is Part => isPart(value) && !isText(value);
const hasIds = (value: unknown): value is readonly Item[] => Array.isArray(value) && value.every((item) => isPart(item) && "id" in item);

const at = (path: string, name: string): string => (path ? `${path}.${name}` : name);
const byId = (items: readonly Item[]): Map<string, Item> => new Map(items.map((item) => [item.id, item]));

export function differences(before: unknown, after: unknown, path = ""): Change[] {
  if (same(before, after)) return [];
  if (isWhole(before) && isWhole(after)) {
    const names = Array.from(new Set([...Object.keys(before), ...Object.keys(after)]));
    return names.flatMap((name) => differences(before[name], after[name], at(path, name)));
  }
  if (hasIds(before) && hasIds(after)) return amongItems(before, after, path);
  return [{ path, before: before ?? null, after: after ?? null }];
}

function amongItems(before: readonly Item[], after: readonly Item[], path: string): Change[] {
  const [old, fresh] = [byId(before), byId(after)];
  const ids = Array.from(new Set([...old.keys(), ...fresh.keys()]));
  const found = ids.flatMap((id) =>
    old.has(id) && fresh.has(id)
      ? differences(old.get(id), fresh.get(id), `${path}[${id}]`)
      : [{ path: `${path}[${id}]`, before: old.get(id) ?? null, after: fresh.get(id) ?? null }],
  );
  const [kept, now] = [ids.filter((id) => old.has(id) && fresh.has(id)), after.map((i) => i.id).filter((id) => old.has(id))];
  return same(kept, now) ? found : [...found, { path, before: kept, after: now }];
}

export interface Merged<T> {
  whole: T;
  /** Pieces both changed, differently. */
  both: readonly string[];
}

/** Takes what `ours` changed since `base` over to `theirs`; where both changed the same piece, `wins` decides. */
export function merged<T>(base: T, ours: T, theirs: T, wins: "ours" | "theirs"): Merged<T> {
  const both: string[] = [];
  const meet = (was: unknown, mine: unknown, other: unknown, path: string): unknown => {
    if (same(mine, was) || same(mine, other)) return other;
    if (same(other, was)) return mine;
    if (isWhole(was) && isWhole(mine) && isWhole(other))
      return Object.fromEntries(Object.keys(other).map((name) => [name, meet(was[name], mine[name], other[name], at(path, name))]));
    if (hasIds(was) && hasIds(mine) && hasIds(other)) return meetItems(was, mine, other, path);
    both.push(path);
    return wins === "ours" ? mine : other;
  };
  const meetItems = (was: readonly Item[], mine: readonly Item[], other: readonly Item[], path: string): unknown[] => {
    const order = same(other.map((i) => i.id), was.map((i) => i.id)) ? [...mine, ...other] : [...other, ...mine];
    const [old, my, their] = [byId(was), byId(mine), byId(other)];
    return Array.from(new Set(order.map((item) => item.id)))
      .map((id) => meet(old.get(id), my.get(id), their.get(id), `${path}[${id}]`))
      .filter((item) => item !== undefined);
  };
  const whole = meet(base, ours, theirs, "") as T;
  return { whole, both };
}
