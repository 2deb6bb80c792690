// The guide's hands: which tab, which sheet, and one way to ask that survives a hole in the Wi-Fi.
import { effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import { lang } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { hush, notify, waitText } from "@web/drawing/parts.tsx";
import { post } from "@web/dialogue/post.ts";
import type { DoneOf } from "@web/dialogue/protocol.ts";
import { Refusal } from "@web/dialogue/refusal.ts";
import { forgetToken, tokenOf } from "@web/dialogue/session.ts";
import type { Command, GuideRow, GuideView, Way, ZoneView } from "@web/wire.ts";
import { makeErrands } from "./errands.ts";
import { keepIn, type Errand } from "./kept_errands.ts";
import { spoken, type Filter } from "./waiting.ts";
import { t } from "./texts.ts";

export const TABS = ["waiting", "tasks", "issue", "door", "book", "equipment", "look_up"] as const;
export type Tab = (typeof TABS)[number];
export type Sheet = { kind: "explain" | "remedy" | "leave" | "reason" | "notice" | "send"; ticket: string } | { kind: "water"; zone: ZoneView }
  /** "" asks for the number. */
  | { kind: "find"; number: string }
  | { kind: "door"; service: string; way: Way }
  | { kind: "look_up"; service: string };

export interface GuideDesk {
  tab: Signal<Tab>;
  filter: Signal<Filter>;
  sheet: Signal<Sheet | null>;
  /** What is asked and not answered yet. */
  open: ReadonlySignal<readonly Errand[]>;
  /** Null where it was refused, which is said, unless `otherwise` sees to it. */
  ask<C extends Command>(command: C, what: string, about: string, otherwise?: (no: Refusal) => boolean): Promise<DoneOf<C> | null>;
}

export function makeGuideDesk(live: Live<GuideView>): GuideDesk {
  const errands = makeErrands(live.ask, keepIn(localStorage));
  const say = (problem: Refusal, what: string) =>
    notify(problem.code === "no_answer" ? t("gone", { what }) : problem.text, "bad");
  // A page that was reloaded goes on where it was, once it knows who holds it.
  effect(() => {
    const by = live.actor.value?.id;
    if (!by) return;
    for (const { errand, answer } of untracked(() => errands.resume(by)))
      answer.then(
        ({ result }) => notify(t("sent_late", { what: "ticket" in result ? `${errand.what} ${(result.ticket as { number?: string }).number ?? ""}`.trim() : errand.what }), "good"),
        (problem: unknown) => {
          if (!(problem instanceof Refusal)) throw problem;
          say(problem, errand.what);
        },
      );
  });
  return {
    tab: signal<Tab>("waiting"),
    filter: signal<Filter>("all"),
    sheet: signal<Sheet | null>(null),
    open: errands.open,
    async ask(command, what, about, otherwise) {
      hush(); // what was refused before is over with the next wish
      try {
        return await errands.run(command, what, about);
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        if (!otherwise?.(problem)) say(problem, what);
        return null;
      }
    },
  };
}

/** What to say at a moment (R02), with this customer's figures in it. */
export function scriptFor(view: GuideView, moment: string, row?: GuideRow): { text: string; version: number } {
  const script = view.scripts.find((s) => s.moment === moment);
  const wait = view.queues.find((q) => q.queue === row?.queue)?.wait;
  const words = wait?.state === "minutes" ? waitText(wait) : t(wait?.state === "soon" ? "soon" : "unknown");
  const text = script ? script.text[lang.value] || script.text.zh : "";
  return { text: spoken(text, row?.ahead ?? 0, words, t("next_is_you")), version: script?.version ?? 0 };
}

export async function logOut(place: string): Promise<void> {
  await post("/api/logout", { token: tokenOf("guide", place) }).catch(() => undefined);
  forgetToken("guide", place);
  location.reload();
}
