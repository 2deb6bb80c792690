// What is not sent yet, kept on the tablet under its person, until it has an answer.
import type { Command } from "@web/wire.ts";

export interface Errand {
  /** Of the request: the same before a reload and after it. */
  name: string;
  /** What it says in the list of what is not sent yet. */
  what: string;
  /** The ticket, task or zone it is about. */
  about: string;
  kind: string;
  since: number;
  /** Held until then, and not sent before. */
  due: number;
  /** Asked already by the page as it was before a reload: the hall may have heard it. */
  again?: boolean;
  command: Command;
}

export interface Keeping {
  /** What this person left open; what is too old to be true any more is left out. */
  read(by: string, now: number): readonly Errand[];
  write(by: string, errands: readonly Errand[]): void;
}

const KEPT = "hallqueue.guide.open";
const OLD = 10 * 60_000;

/** A phone number of a customer is written nowhere (Q39). */
const mayBeKept = ({ command }: Errand): boolean => !("person" in command && command.person);

export const keepIn = (place: Pick<Storage, "getItem" | "setItem" | "removeItem">): Keeping => ({
  read(by, now) {
    try {
      const kept = JSON.parse(place.getItem(KEPT) ?? "{}") as { by?: string; errands?: Errand[] };
      return kept.by === by ? (kept.errands ?? []).filter(({ since }) => now - since < OLD) : [];
    } catch {
      return []; // written by an older page
    }
  },
  write(by, errands) {
    const kept = errands.filter(mayBeKept);
    if (kept.length) place.setItem(KEPT, JSON.stringify({ by, errands: kept }));
    else place.removeItem(KEPT);
  },
});

export const noKeeping: Keeping = { read: () => [], write: () => undefined };
