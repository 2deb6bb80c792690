// Things that belong together: in the order in which the first of each came, each group in its own order.

export function together<T>(things: readonly T[], by: (thing: T) => string): [key: string, of: T[]][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = by(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return Array.from(groups);
}
