// What a guide has asked and the hall has not answered yet, each wish once.
import { signal, type ReadonlySignal } from "@preact/signals";
import { newName } from "@web/dialogue/asks.ts";
import type { DoneOf } from "@web/dialogue/protocol.ts";
import type { Command } from "@web/wire.ts";

// Asking again for a minute, because a guide walks through holes of the Wi-Fi.
export const PATIENCE = 60_000;

const silence = (problem: unknown): boolean => (problem as { code?: string }).code === "no_answer";

/** `ask` must use one name every time, so that it is done once however often it is asked. */
export async function persist<T>(ask: () => Promise<T>, clock: () => number = Date.now): Promise<T> {
  const since = clock();
  for (;;) {
    try {
      return await ask();
    } catch (problem) {
      if (!silence(problem) || clock() - since >= PATIENCE) throw problem;
    }
  }
}

export interface Errand {
  name: string;
  /** What it says in the list of what is not sent yet. */
  what: string;
  /** The ticket, task or zone it is about. */
  about: string;
  kind: string;
  since: number;
}

type Ask = <C extends Command>(command: C, name: string) => Promise<DoneOf<C>>;

export interface Errands {
  open: ReadonlySignal<readonly Errand[]>;
  /** Null when the same is under way already. Rejects with a Refusal: the hall's, or after a minute of silence. */
  run<C extends Command>(command: C, what: string, about: string): Promise<DoneOf<C> | null>;
}

export function makeErrands(ask: Ask): Errands {
  const open = signal<readonly Errand[]>([]);

  return {
    open,
    async run(command, what, about) {
      const same = (e: Errand) => e.kind === command.type && e.about === about;
      if (open.peek().some(same)) return null;
      const errand: Errand = { name: newName(), what, about, kind: command.type, since: Date.now() };
      open.value = [...open.peek(), errand];
      try {
        return await persist(() => ask(command, errand.name));
      } finally {
        open.value = open.peek().filter((e) => e !== errand);
      }
    },
  };
}
