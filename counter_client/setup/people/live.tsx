// Lines of a list that holds at once: who or what it is, how it stands; opened, what can be done about it.
import { pairs } from "@web/language/i18n.ts";
import { Button, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import type { ComponentChildren } from "preact";
import "./live.css";
import { type Signal, signal } from "@preact/signals";
import { Refusal } from "@web/dialogue/refusal.ts";

// A list the server keeps beside the set-up: read, looked at again while it is shown, and what is done to it holds at once.

export interface Live<T> {
  /** null: nothing was read yet. */
  all: Signal<T | null>;
  unread: Signal<Refusal | null>;
  read: () => Promise<void>;
  /** Until the answer is called; a look that fails is made up for by the next. */
  watch: (every: number) => () => void;
  /** Asks, reads the list again, says what was done; null when it was refused. */
  act: <A>(asked: Promise<A>, done?: (answer: A) => string) => Promise<A | null>;
}

export function live<T>(ask: () => Promise<T>): Live<T> {
  const all = signal<T | null>(null);
  const unread = signal<Refusal | null>(null);
  const read = async () => {
    try {
      all.value = await ask();
      unread.value = null;
    } catch (no) {
      if (!(no instanceof Refusal)) throw no;
      unread.value = no;
    }
  };
  const watch = (every: number) => {
    void read();
    const timer = setInterval(() => void read(), every);
    return () => clearInterval(timer);
  };
  const act: Live<T>["act"] = async (asked, done) => {
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

const t = pairs({
  edit: ["修改 {name}", "Change {name}"],
  change: ["修改", "Change"],
  shut: ["收起", "Close"],
});

interface Props {
  name: string;
  facts: readonly ComponentChildren[];
  state: ComponentChildren;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Instead of the button that opens it. */
  instead?: ComponentChildren;
  children: ComponentChildren;
}

export const LiveRow = ({ name, facts, state, open, onOpen, instead, children }: Props) => (
  <li>
    <div class="live-row">
      <b>{name}</b>
      {facts.map((fact, nth) => <span key={nth} class="faint">{fact}</span>)}
      <span class="state">{state}</span>
      {instead ?? <Button kind="quiet" aria-expanded={open} aria-label={t("edit", { name })} onClick={() => onOpen(!open)}>{t(open ? "shut" : "change")}</Button>}
    </div>
    {open && !instead && <div class="live-edit">{children}</div>}
  </li>
);

/** Those one seldom looks for; nothing where there are none. */
export const Folded = ({ title, n, children }: { title: string; n: number; children: ComponentChildren }) =>
  n ? <details class="live-more"><summary>{title}</summary>{children}</details> : null;
