// Which dialogs stand open on the board, the newest on top; figures open lists, lists open timelines.
import { signal } from "@preact/signals";
import type { EventsAsked } from "@web/events/events.tsx";
import { idle } from "@web/dialogue/reload.ts";

export type Shown =
  | { kind: "cases" }
  | { kind: "stock" }
  | { kind: "book" }
  | { kind: "roster" }
  | { kind: "what_if" }
  | { kind: "handovers" }
  | { kind: "share"; of: ShareName }
  | { kind: "events"; title: string; asked: EventsAsked }
  | { kind: "ticket"; ticket: string; number: string };

export type ShareName = "at_once" | "in_standard" | "satisfied" | "peak" | "all_day";

export const shown = signal<readonly Shown[]>([]);

const change = (next: readonly Shown[]): void => {
  shown.value = next;
  idle.value = next.length === 0;
};

export const show = (what: Shown): void => change([...shown.value, what]);
export const hide = (): void => change(shown.value.slice(0, -1));
