// The clerk's desk: one action in, one or two asks out, never the same ask twice at once.
import { effect, signal, type Signal } from "@preact/signals";
import type { Live } from "@web/dialogue/live.ts";
import { newName } from "@web/dialogue/asks.ts";
import type { Done } from "@web/dialogue/protocol.ts";
import { Refusal } from "@web/dialogue/refusal.ts";
import type { ClerkRow, CounterView, Given } from "@web/wire.ts";
import { hush, notify } from "@web/drawing/parts.tsx";
import { isOn, keep, step, stops } from "../keys/auto.ts";
import { locked } from "./lock.ts";
import { t } from "../texts.ts";
import { meant, type Sheet, type Meant } from "./sheet.ts";
import type { Action } from "../keys/keys.ts";
import { possible, unsettled, whyNot, type Why } from "../keys/moments.ts";
import { giftSheet, missing, sendsAway } from "./remedy.ts";
import { SHEETS, specific } from "./sheets.ts";

const HINTED = 6_000;

export interface Desk {
  view: Signal<CounterView | null>;
  sheet: Signal<Sheet | null>;
  /** Whose notice is being written, "" nobody's. */
  noticing: Signal<string>;
  /** What a customer without paper photographs. */
  given: Signal<Given | null>;
  /** Whether "find a number" is open. */
  finding: Signal<boolean>;
  /** Whether the catalogue is open. */
  lookingUp: Signal<boolean>;
  /** The business for which a time is being booked, "" for none. */
  booking: Signal<string>;
  /** The ticket whose case is being handed over. */
  handing: Signal<string>;
  /** Why the last key did nothing; gone with the next key or the next customer. */
  hint: Signal<Why | null>;
  /** The kinds of ask that have no answer yet. */
  flying: Signal<readonly string[]>;
  /** Whether the next customer to come is called by itself. */
  auto: Signal<boolean>;
  /** The business chosen for an opening counter; null is the one of the place. */
  profile: Signal<string | null>;
  do(action: Action): void;
  callOne(row: ClerkRow): void;
  ask(command: Meant): Promise<Done | null>;
}

/** Whether something lies over the stage: the keys behind it sleep, and the page is not renewed under it. */
export const covered = ({ sheet, given, finding, lookingUp, noticing, booking, handing }: Desk): boolean =>
  [sheet, given, finding, lookingUp, noticing, booking, handing].some(({ value }) => value);

export function makeDesk(live: Live<CounterView>, place: string): Desk {
  const flying = signal<readonly string[]>([]);
  const sheet = signal<Sheet | null>(null);
  const hint = signal<Why | null>(null);
  let hinted: Action | null = null; // what was pressed in vain
  let fading = 0;
  const profile = signal<string | null>(null);
  const given = signal<Given | null>(null);
  const unanswered = new Map<string, string>(); // what was asked -> the name it was asked under

  effect(() => {
    const view = live.view.value;
    if (view) unanswered.clear(); // a newer view tells what became of everything
    if (!view || !hinted || hint.peek() !== whyNot(hinted, view)) hint.value = null;
  });

  const auto = signal(isOn(place));
  const turn = (on: boolean) => keep(place, (auto.value = on));
  let empty = false; // nobody waited when last seen, and the counter was free
  let customer: string | undefined;
  effect(() => {
    const view = live.view.value;
    if (!view) return;
    if (customer !== (customer = view.ticket?.id)) hush(); // what was said was said of the one before
    if (stops(view)) turn(false);
    const now = step(empty, view);
    empty = now.empty && auto.peek() && live.online.peek() && !locked.peek();
    if (now.call && auto.peek() && !locked.peek()) void callBySelf(view);
  });
  const callBySelf = async (view: CounterView) => {
    const { number } = view.next[0]!;
    if (await ask({ type: "call_next", counter: place })) notify(t("auto_called", { number }), "info");
  };

  const ask = async (command: Meant): Promise<Done | null> => {
    if (flying.peek().includes(command.type)) return null;
    const seen = live.view.peek();
    if (seen && unsettled(seen.ticket) && sendsAway(command, seen.ticket) && sheet.peek()?.sure !== command) {
      sheet.value = missing(seen, command); // the one door of every key: nobody owed a remedy goes unasked
      return null;
    }
    const wish = JSON.stringify(command);
    const name = unanswered.get(wish) ?? newName();
    flying.value = [...flying.peek(), command.type];
    unanswered.set(wish, name);
    try {
      const done = await live.ask(command, name);
      unanswered.delete(wish);
      if ("notice" in done.result && !("printer" in command && command.printer)) given.value = done.result;
      return done;
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      // Without an answer nobody knows whether it was done: the next press is the same wish.
      if (problem.code !== "no_answer") unanswered.delete(wish);
      notify(problem.text, "bad");
      return null;
    } finally {
      flying.value = flying.peek().filter((kind) => kind !== command.type);
    }
  };

  const next = async (view: CounterView) => {
    if (view.state === "serving" && !(await ask({ type: "finish_ticket", ...meant(view) }))) return;
    await ask({ type: "call_next", counter: place });
  };

  /** The apology first (R06): one key says that it was made, and then asks which gift. */
  const gift = async (view: CounterView) => {
    const { ticket } = view;
    if (!ticket?.remedy) return;
    const offer: Meant = { type: "offer_remedy", ticket: ticket.id, where: place };
    if (!ticket.remedy.acknowledged && !(await ask(offer))) return;
    if (live.view.peek()?.ticket?.id === ticket.id) sheet.value = giftSheet(view, ticket);
  };

  /** Switched on is pressed once: who waits at a free counter is called; else it says when it will call. */
  const begin = (view: CounterView) => {
    if (step(true, view).call) void callBySelf(view);
    else if (view.state !== "open_idle" || view.next.length) notify(t(view.state === "open_idle" ? "auto_not_yet" : "auto_later"), "info");
  };

  /** `how` says what the usual finish need not: that they have to come again (E12). */
  const end = (view: CounterView, how: { solved?: false } = {}) =>
    ask({ type: "finish_ticket", ...meant(view), ...how });

  const DIRECT: Partial<Record<Action, (view: CounterView) => unknown>> = {
    next,
    gift,
    start: (view) =>
      view.state === "closed"
        ? ask({ type: "open_counter", counter: place, profile: profile.peek() ?? view.profile })
        : ask({ type: "start_service", ...meant(view) }),
    finish: (view) => end(view),
    unsolved: (view) => end(view, { solved: false }),
    recall: (view) => ask({ type: "recall", ...meant(view) }),
    no_show: (view) => ask({ type: "mark_no_show", ...meant(view) }),
    back: (view) => ask({ type: "return_to_queue", ...meant(view) }),
    auto: (view) => {
      turn(!auto.peek());
      empty = auto.peek() && step(false, view).empty;
      if (auto.peek()) begin(view);
    },
    undo: (view) => ask({ type: "undo_last", counter: place, ticket: view.undo?.ticket ?? "" }),
    pause: (view) =>
      view.state === "paused" ? ask({ type: "resume_counter", counter: place }) : open("pause", view),
  };
  const open = (action: Action, view: CounterView) => (sheet.value = SHEETS[action]?.(view) ?? null);

  return {
    view: live.view,
    sheet,
    given,
    finding: signal(false),
    noticing: signal(""),
    lookingUp: signal(false),
    booking: signal(""),
    handing: signal(""),
    hint,
    flying,
    auto,
    profile,
    ask,
    do(action) {
      const view = live.view.peek();
      if (!view) return;
      clearTimeout(fading);
      hint.value = whyNot((hinted = action), view);
      if (hint.value) {
        fading = window.setTimeout(() => (hint.value = null), HINTED);
        return;
      }
      sheet.value = null;
      void (DIRECT[action] ?? ((v: CounterView) => open(action, v)))(view);
    },
    callOne(row) {
      const view = live.view.peek();
      // Whose turn it is anyway needs no reason.
      if (view && possible("specific", view) && row.id === view.next[0]?.id) void ask({ type: "call_specific", counter: place, ticket: row.id, reason: "" });
      else if (view && possible("specific", view)) sheet.value = specific(view, row);
      else this.do("specific");
    },
  };
}
