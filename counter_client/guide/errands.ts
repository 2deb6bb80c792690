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

export interface Asking {
  ask<C extends Command>(command: C, name: string): Promise<DoneOf<C>>;
  /** Takes a wish back that never went out; false where the hall may have heard it. */
  withdraw(name: string): boolean;
}

export interface Errands {
  open: ReadonlySignal<readonly Errand[]>;
  /**
   * Null when the same is under way already, or is taken back. Rejects with a Refusal: the hall's, or after a minute of
   * silence. `hold`: not sent before so many ms, in which it can be taken back.
   */
  run<C extends Command>(command: C, what: string, about: string, hold?: number): Promise<DoneOf<C> | null>;
  /** False where it has been sent, and the hall may have done it. */
  withdraw(errand: Errand): boolean;
  /** What is held is sent now; settled when all of it is answered. */
  flush(): Promise<unknown>;
  /** Asks again what `by` had asked before the page was reloaded; each with what became of it. */
  resume(by: string): { errand: Errand; answer: Promise<DoneOf<Command> | null> }[];
}

interface Underway {
  release: () => void;
  leave: () => void;
  answer: Promise<unknown>;
}

export function makeErrands({ ask, withdraw }: Asking, keeping: Keeping = noKeeping): Errands {
  const open = signal<readonly Errand[]>([]);
  const underway = new Map<Errand, Underway>();
  let mine = "";
  const set = (errands: readonly Errand[]) => {
    open.value = errands;
    if (mine) keeping.write(mine, errands);
  };
  const go = async (errand: Errand): Promise<DoneOf<Command> | null> => {
    let release = (): void => undefined;
    let leave = (): void => undefined;
    const held = new Promise<void>((now) => {
      release = now;
      if (errand.due > Date.now()) setTimeout(now, errand.due - Date.now());
      else now();
    });
    const taken = new Promise<null>((back) => (leave = () => back(null)));
    const sent = async () => {
      if (!underway.has(errand)) return null; // taken back meanwhile
      if (errand.due > errand.since) set([...open.peek()]); // whoever shows it as held looks again
      return persist(() => ask(errand.command, errand.name), Date.now, errand.since);
    };
    set([...open.peek(), errand]);
    try {
      const answer = Promise.race([held.then(sent), taken]);
      underway.set(errand, { release, leave, answer });
      return await answer;
    } finally {
      underway.delete(errand);
      set(open.peek().filter((e) => e !== errand));
    }
  };

  return {
    open,
    async run(command, what, about, hold = 0) {
      const wish = JSON.stringify(command);
      if (open.peek().some((e) => e.about === about && JSON.stringify(e.command) === wish)) return null;
      const since = Date.now();
      return (await go({ name: newName(), what, about, kind: command.type, since, due: since + hold, command })) as never;
    },
    withdraw(errand) {
      const way = underway.get(errand);
      if (!way || errand.again || !withdraw(errand.name)) return false;
      underway.delete(errand);
      way.leave();
      return true;
    },
    flush() {
      underway.forEach(({ release }) => release());
      return Promise.allSettled(Array.from(underway.values(), ({ answer }) => answer));
    },
    resume(by) {
      if (mine === by) return []; // the line came back, the page was never away
      mine = by;
      return keeping.read(by, Date.now()).map((kept) => ({ ...kept, due: 0, again: true })).map((errand) => ({ errand, answer: go(errand) }));
    },
  };
}
