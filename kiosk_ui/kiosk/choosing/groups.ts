// Many businesses under the headings of their queues: one level more, and only where two pages would not hold them.
import { together } from "../../../server/web/hall/together.ts";
import type { KioskService, Text } from "../../../server/web/wire.ts";

export interface Group {
  id: string;
  name: Text;
  services: readonly KioskService[];
}

export const MOST_UNGROUPED = 12; // two pages of tiles

/** Null where they are few, or all of one queue: a heading above everything sorts nothing. */
export function groupsOf(services: readonly KioskService[]): Group[] | null {
  if (services.length <= MOST_UNGROUPED) return null;
  const groups = together(services, ({ queue }) => queue);
  if (groups.length < 2) return null;
  return groups.map(([id, of]) => ({ id, name: of[0]!.queue_name, services: of }));
}

/** What one page level shows: businesses, and groups where there are any; a group of one is its business. */
export type Entry = { service: KioskService } | { group: Group };

export function entriesOf(services: readonly KioskService[], opened: string): Entry[] {
  const groups = groupsOf(services);
  if (!groups) return services.map((service) => ({ service }));
  const open = groups.find((group) => group.id === opened);
  if (open) return open.services.map((service) => ({ service }));
  return groups.map((group) => (group.services.length === 1 ? { service: group.services[0]! } : { group }));
}
