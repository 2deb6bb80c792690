// Places in a hall's set-up, as problems and fields name them: "services[2].queue", items by their place in the list.

import { steps } from "../../../server/web/form/at.ts";
export { steps } from "../../../server/web/form/at.ts";

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
