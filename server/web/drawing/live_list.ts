// A list the server keeps: read, looked at again while it is shown, and what is done to it holds at once.
import { type Signal, signal } from "@preact/signals";
import { orRefusal, Refusal } from "../dialogue/refusal.ts";
import { notify, notifyRefusal } from "./parts.tsx";

export interface LiveList<T> {
  /** null: nothing was read yet. */
  all: Signal<T | null>;
  unread: Signal<Refusal | null>;
  read: () => Promise<void>;
  /** Until the answer is called; a look that fails is made up for by the next. */
  watch: (every: number) => () => void;
  /** Asks, reads the list again, says what was done; null when it was refused. */
  act: <A>(asked: Promise<A>, done?: (answer: A) => string) => Promise<A | null>;
}

export function liveList<T>(ask: () => Promise<T>): LiveList<T> {
  const all = signal<T | null>(null);
  const unread = signal<Refusal | null>(null);
  const read = async () => {
    const answer = await orRefusal(ask());
    unread.value = answer instanceof Refusal ? answer : null;
    if (!(answer instanceof Refusal)) all.value = answer;
  };
  const watch = (every: number) => {
    void read();
    const timer = setInterval(() => void read(), every);
    return () => clearInterval(timer);
  };
  const act: LiveList<T>["act"] = async (asked, done) => {
    try {
      const answer = await asked;
      await read();
      if (done) notify(done(answer), "good");
      return answer;
    } catch (no) {
      notifyRefusal(no);
      return null;
    }
  };
  return { all, unread, read, watch, act };
}
