// What a guide has asked and the hall has not answered yet, each wish once; a reload of the page loses none of it.
import { signal, type ReadonlySignal } from "@preact/signals";
import { newName } from "@web/dialogue/asks.ts";
import type { DoneOf } from "@web/dialogue/protocol.ts";
import type { Command } from "@web/wire.ts";
import { noKeeping, type Errand, type Keeping } from "./kept_errands.ts";

// Asking again for a minute, because a guide walks through holes of the Wi-Fi.
export const PATIENCE = 60_000;

const silence = (problem: unknown): boolean => (problem as { code?: string }).code === "no_answer";

/** `ask` must use one name every time, so that it is done once however often it is asked; asked once at least. */
export async function persist<T>(ask: () => Promise<T>, clock: () => number = Date.now, since = clock()): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (problem) {
      if (!silence(problem) || clock() - since >= PATIENCE) throw problem;
    }
  }
}

type Ask = <C extends Command>(command: C, name: string) => Promise<DoneOf<C>>;

export interface Errands {
  open: ReadonlySignal<readonly Errand[]>;
  /** Null when the same is under way already. Rejects with a Refusal: the hall's, or after a minute of silence. */
  run<C extends Command>(command: C, what: string, about: string): Promise<DoneOf<C> | null>;
  /** Asks again what `by` had asked before the page was reloaded; each with what became of it. */
  resume(by: string): { errand: Errand; answer: Promise<DoneOf<Command>> }[];
}

export function makeErrands(ask: Ask, keeping: Keeping = noKeeping): Errands {
  const open = signal<readonly Errand[]>([]);
  let mine = "";
  const set = (errands: readonly Errand[]) => {
    open.value = errands;
    if (mine) keeping.write(mine, errands);
  };
  const go = async (errand: Errand) => {
    set([...open.peek(), errand]);
    try {
      return await persist(() => ask(errand.command, errand.name), Date.now, errand.since);
    } finally {
      set(open.peek().filter((e) => e !== errand));
    }
  };

  return {
    open,
    async run(command, what, about) {
      const wish = JSON.stringify(command);
      if (open.peek().some((e) => e.about === about && JSON.stringify(e.command) === wish)) return null;
      return (await go({ name: newName(), what, about, kind: command.type, since: Date.now(), command })) as never;
    },
    resume(by) {
      if (mine === by) return []; // the line came back, the page was never away
      mine = by;
      return keeping.read(by, Date.now()).map((errand) => ({ errand, answer: go(errand) }));
    },
  };
}
