// The guide's hands: which tab, which sheet, and one way to ask that survives a hole in the Wi-Fi.
import { computed, effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import { lang } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { hush, notify, waitText } from "@web/drawing/parts.tsx";
import { post } from "@web/dialogue/post.ts";
import type { DoneOf } from "@web/dialogue/protocol.ts";
import { Refusal } from "@web/dialogue/refusal.ts";
import { forgetToken, tokenOf } from "@web/dialogue/session.ts";
import { newName } from "@web/dialogue/asks.ts";
import type { Command, Given, GuideRow, GuideView, Way, ZoneView } from "@web/wire.ts";
import { makeErrands } from "./errands.ts";
import { keepIn, type Errand } from "./kept_errands.ts";
import { spoken, type Filter } from "./waiting.ts";
import { t } from "./texts.ts";

const LAST_WORDS = 2_000; // ms that leaving waits for what is held

export const TABS = ["waiting", "tasks", "issue", "door", "book", "equipment", "look_up"] as const;
export type Tab = (typeof TABS)[number];
export type Sheet = { kind: "explain" | "remedy" | "leave" | "reason" | "notice" | "send"; ticket: string } | { kind: "water"; zone: ZoneView }
  /** What is not sent yet. */
  | { kind: "unsent" }
  /** What a customer without paper takes home as a photograph. */
  | { kind: "given"; given: Given }
  /** "" asks for the number. */
  | { kind: "find"; number: string }
  | { kind: "door"; service: string; way: Way }
  | { kind: "look_up"; service: string; ticket?: string }
  /** "" for somebody without a number. */
  | { kind: "hand_over"; ticket: string };

export interface GuideDesk {
  tab: Signal<Tab>;
  filter: Signal<Filter>;
  sheet: Signal<Sheet | null>;
  /** What is asked and not answered yet. */
  open: ReadonlySignal<readonly Errand[]>;
  online: ReadonlySignal<boolean>;
  /** Who holds the tablet, "" before it is known. */
  me: ReadonlySignal<string>;
  /** Null where it was refused, which is said, unless `otherwise` sees to it. */
  ask<C extends Command>(command: C, what: string, about: string, otherwise?: (no: Refusal) => boolean): Promise<DoneOf<C> | null>;
  /** Asked only after some seconds, in which it can be taken back. */
  askSoon(command: Command, what: string): Promise<void>;
  /** Takes back what was not sent; says so where it was sent meanwhile. */
  withdraw(errand: Errand): void;
  leave(place: string): Promise<void>;
}

export function makeGuideDesk(live: Live<GuideView>): GuideDesk {
  const errands = makeErrands(live, keepIn(localStorage));
  const sheet = signal<Sheet | null>(null);
  const say = (problem: Refusal, what: string) =>
    notify(problem.code === "no_answer" ? t("gone", { what }) : problem.text, "bad");
  // A page that was reloaded goes on where it was, once it knows who holds it.
  effect(() => {
    const by = live.actor.value?.id;
    if (!by) return;
    for (const { errand, answer } of untracked(() => errands.resume(by)))
      answer.then(
        (done) => {
          if (!done) return;
          const { result } = done;
          if ("notice" in result) handOver(sheet, errand.command, result);
          notify(t("sent_late", { what: "ticket" in result ? `${errand.what} ${(result.ticket as { number?: string }).number ?? ""}`.trim() : errand.what }), "good");
        },
        (problem: unknown) => {
          if (!(problem instanceof Refusal)) throw problem;
          say(problem, errand.what);
        },
      );
  });
  return {
    tab: signal<Tab>("waiting"),
    filter: signal<Filter>("all"),
    sheet,
    open: errands.open,
    online: live.online,
    me: computed(() => live.actor.value?.id ?? ""),
    async ask(command, what, about, otherwise) {
      hush(); // what was refused before is over with the next wish
      try {
        const done = await errands.run(command, what, about);
        if (done && "notice" in done.result) handOver(sheet, command, done.result);
        return done;
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        if (!otherwise?.(problem)) say(problem, what);
        return null;
      }
    },
    async askSoon(command, what) {
      hush();
      try {
        const hold = (live.view.peek()?.undo_seconds ?? 0) * 1000;
        if (await errands.run(command, what, newName(), hold)) notify(t("noted", { what }), "info");
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        say(problem, what);
      }
    },
    withdraw(errand) {
      if (!errands.withdraw(errand)) notify(t("sent_already", { what: errand.what }), "bad");
      else notify(t("withdrawn", { what: errand.what }), "info");
    },
    async leave(place) {
      await Promise.race([errands.flush(), new Promise((late) => setTimeout(late, LAST_WORDS))]);
      await logOut(place);
    },
  };
}

/** Whoever has no paper photographs it: unless the guide is at something else by now, and then its number's page has it. */
function handOver(sheet: Signal<Sheet | null>, command: Command, given: Given): void {
  const printed = "printer" in command && command.printer;
  const now = sheet.peek();
  if (!printed && given.notice && (!now || (now.kind === "notice" && now.ticket === given.ticket))) sheet.value = { kind: "given", given };
}

/** What to say at a moment (R02), with this customer's figures in it. */
export function scriptFor(view: GuideView, moment: string, row?: GuideRow): { text: string; version: number } {
  const script = view.scripts.find((s) => s.moment === moment);
  const wait = row?.wait;
  const words = wait?.state === "minutes" ? waitText(wait) : t(wait?.state === "soon" ? "soon" : "unknown");
  const text = script ? script.text[lang.value] || script.text.zh : "";
  return { text: spoken(text, row?.ahead ?? 0, words, t("next_is_you")), version: script?.version ?? 0 };
}

async function logOut(place: string): Promise<void> {
  await post("/api/logout", { token: tokenOf("guide", place) }).catch(() => undefined);
  forgetToken("guide", place);
  location.reload();
}
