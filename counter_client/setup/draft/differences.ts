// What differs between two set-ups, piece by piece, as the server counts it.
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
