// Places in a set-up ("services[2].materials[0]"): what is known of one among the descriptions of a form, and what stands there.
import type { Field } from "../wire.ts";

/** "services[2].queue" → ["services", "[2]", "queue"]. */
export const steps = (path: string): string[] => path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];

/** An item of a table is known by the table itself, one of a table without columns by its only cell. */
export function fieldAt(form: readonly Field[], where: string): Field | undefined {
  let fields = form;
  let known: Field | undefined;
  for (const step of steps(where)) {
    if (step.startsWith("[")) known = known?.fields.length === 1 && !known.fields[0]!.id ? known.fields[0] : known;
    else known = fields.find((field) => field.id === step);
    if (!known) return undefined;
    fields = known.fields;
  }
  return known;
}


const named = (step: string): string => step.slice(1, -1);

interface HasId {
  id?: unknown;
}

function next(value: unknown, step: string): unknown {
  if (value === null || typeof value !== "object") return undefined;
  if (!step.startsWith("[")) return (value as Record<string, unknown>)[step];
  return Array.isArray(value) ? value[Number(named(step))] : undefined;
}

/** What stands at a place; undefined where nothing is. */
export const valueAt = (whole: unknown, path: string): unknown => steps(path).reduce(next, whole);

/** The same place with items that were named by id ("services[pay]") named by where they stand ("services[2]"). */
export function byPlace(whole: unknown, path: string): string {
  let value = whole;
  let byIndex = "";
  for (const step of steps(path)) {
    const id = step.startsWith("[") ? named(step) : "";
    const at = id && !/^\d+$/.test(id) && Array.isArray(value) ? value.findIndex((item: HasId) => item.id === id) : -1;
    const standing = at < 0 ? step : `[${at}]`;
    byIndex += standing.startsWith("[") || !byIndex ? standing : `.${standing}`;
    value = next(value, standing);
  }
  return byIndex;
}

export const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Whether `path` is `where` or lies below it. */
export const within = (where: string, path: string): boolean =>
  path === where || path.startsWith(`${where}.`) || path.startsWith(`${where}[`);

/** The place's topmost name, which says whose section it is: "services". */
export const topmost = (path: string): string => steps(path)[0] ?? "";
