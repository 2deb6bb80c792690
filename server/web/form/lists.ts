// Small moves within a list: up and down, in place of, a fresh id.

export function movedBy<T>(items: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  if (to < 0 || to >= items.length) return items;
  const moved = items.slice();
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}

export const replacedAt = <T>(items: readonly T[], at: number, item: T): readonly T[] => items.map((old, i) => (i === at ? item : old));

/** The first of "counter1", "counter2", … that nothing is called yet; an empty prefix makes bare numbers. */
export function newId(prefix: string, taken: readonly string[]): string {
  let n = 1;
  while (taken.includes(`${prefix}${n}`)) n++;
  return `${prefix}${n}`;
}
