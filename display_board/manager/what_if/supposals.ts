// What can be supposed of the hall as it stands: rows that somebody fills in, what goes to the server, what each would be in earnest.
import { tx } from "@web/language/i18n.ts";
import type { Beside, Command, Compared, LineBeside, ManagerCounter, ManagerView, SpanAhead, Text, WhatIf } from "@web/wire.ts";
import { t } from "./what_if_texts.ts";

export type Supposed = WhatIf["supposed"][number];
export type Kind = Supposed["type"];

export const KINDS: readonly Kind[] = ["counter_opens", "counter_closes", "counter_pauses", "counter_resumes", "profile_changes", "counter_helps", "lunch_moves", "people_come", "issuing_stops"];
export const MOST = 5;
const OF_QUEUE: readonly Kind[] = ["people_come", "issuing_stops", "counter_helps"];

/** One row as it is being filled in; each kind needs some of it. */
export interface Draft {
  kind: Kind;
  counter: string;
  queue: string;
  profile: string;
  n: number;
}

export const needs = (kind: Kind) => ({
  counter: !["people_come", "issuing_stops"].includes(kind),
  queue: OF_QUEUE.includes(kind),
  profile: kind === "counter_opens" || kind === "profile_changes",
  n: kind === "counter_pauses" || kind === "lunch_moves" || kind === "people_come",
});

export const USUAL_N: Partial<Record<Kind, number>> = { counter_pauses: 15, lunch_moves: 30, people_come: 20 };

/** The counters that a kind can be about now. */
export function fitting(kind: Kind, counters: readonly ManagerCounter[]): ManagerCounter[] {
  if (kind === "counter_opens") return counters.filter(({ state }) => state === "closed");
  if (kind === "counter_resumes") return counters.filter(({ state }) => state === "paused");
  if (kind === "counter_pauses") return counters.filter(({ state }) => state !== "closed" && state !== "paused");
  return counters.filter(({ state }) => state !== "closed");
}

/** A row of another kind: what was chosen stays where it still fits. */
export function ofKind(kind: Kind, before: Draft, view: Pick<ManagerView, "counters" | "queues">): Draft {
  const some = fitting(kind, view.counters);
  const counter = some.some(({ id }) => id === before.counter) ? before.counter : (some[0]?.id ?? "");
  return { kind, counter, queue: before.queue || (view.queues[0]?.id ?? ""), profile: "", n: USUAL_N[kind] ?? 0 };
}

/** What somebody is likely to ask first: whether one counter more would help. */
export function first(view: Pick<ManagerView, "counters" | "queues">): Draft {
  const kind = fitting("counter_opens", view.counters).length ? "counter_opens" : "people_come";
  const longest = [...view.queues].sort((a, b) => b.waiting - a.waiting)[0];
  return ofKind(kind, { kind, counter: "", queue: longest?.id ?? "", profile: "", n: 0 }, view);
}

export function supposed({ kind, counter, queue, profile, n }: Draft): Supposed {
  switch (kind) {
    case "counter_opens":
    case "profile_changes":
      return { type: kind, counter, profile };
    case "counter_closes":
    case "counter_resumes":
      return { type: kind, counter };
    case "counter_pauses":
    case "lunch_moves":
      return { type: kind, counter, minutes: n };
    case "counter_helps":
      return { type: kind, counter, queue };
    case "people_come":
      return { type: kind, queue, people: n };
    case "issuing_stops":
      return { type: kind, queue };
  }
}

/** A row in words. */
export function words(draft: Draft, view: Pick<ManagerView, "counters" | "queues">): string {
  const name = draft.kind === "people_come" || draft.kind === "issuing_stops" ? view.queues.find(({ id }) => id === draft.queue)?.name : view.counters.find(({ id }) => id === draft.counter)?.name;
  return t("says", { kind: t(draft.kind), name: name ? tx(name) : "" });
}

/** What does it in earnest, and what has to be said of that; without a command somebody does it elsewhere. */
export interface Deed {
  command?: Command;
  note?: string;
  roster?: true;
}

export function deed({ kind, counter, profile }: Draft): Deed {
  switch (kind) {
    case "counter_opens":
      return { command: { type: "ask_for_counter", counter, profile }, note: t("only_asked") };
    case "counter_closes":
      return { command: { type: "close_counter", counter } };
    case "counter_pauses":
      return { command: { type: "pause_counter", counter, reason: t("reason") }, note: t("until_resumed") };
    case "counter_resumes":
      return { command: { type: "resume_counter", counter } };
    case "profile_changes":
      return { command: { type: "change_profile", counter, profile } };
    case "lunch_moves":
      return { note: t("by_roster"), roster: true };
    case "counter_helps":
      return { note: t("by_set_up") };
    case "issuing_stops":
      return { note: t("by_reason") };
    case "people_come":
      return { note: t("nothing_to_do") };
  }
}

export type Measure = Exclude<keyof LineBeside, "queue">;
export const MEASURES: readonly Measure[] = ["in_time", "over", "longest", "waiting"];

const MINUTE = 60;
/** As people say it: whole people, whole minutes. */
export const value = (measure: Measure, n: number): number => Math.round(measure === "longest" ? n / MINUTE : n);

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : "0");

/** The difference and between what it lies: "−7 (−9 to −4)". */
export function difference(measure: Measure, { now, then, low, high }: Beside): string {
  const [mean, least, most] = [value(measure, then - now), value(measure, low), value(measure, high)];
  if (!mean && !least && !most) return t("same");
  return `${signed(mean)}${tx({ zh: "（", en: " (" })}${t("between", { low: signed(least), high: signed(most) })}${tx({ zh: "）", en: ")" })}`;
}

/** Whether the difference is one to be glad of; null where it is none. */
export function better(measure: Measure, { now, then }: Beside): boolean | null {
  const mean = value(measure, then - now);
  return mean ? (measure === "in_time" ? mean > 0 : mean < 0) : null;
}

/** What a person would say first: who waits too long, who is called in time, who still waits at the end. */
export function sentence({ minutes, all }: SpanAhead, compared: Pick<Compared, "threshold_seconds">): string {
  const limit = Math.round(compared.threshold_seconds / MINUTE);
  const said = (measure: "over" | "in_time" | "waiting"): string[] => {
    const n = value(measure, all[measure].then - all[measure].now);
    return n ? [t(`${n > 0 ? "more" : "fewer"}_${measure}`, { n: Math.abs(n), limit })] : [];
  };
  const parts = [...said("over"), ...said("in_time"), ...said("waiting")];
  if (!parts.length) return t("no_difference", { minutes });
  return [t("in_span", { minutes }), ...parts].join(tx({ zh: "，", en: ", " })) + tx({ zh: "。", en: "." });
}

/** The lines in which anybody waits or is called. */
export const lively = (span: SpanAhead): LineBeside[] =>
  span.queues.filter((line) => MEASURES.some((measure) => value(measure, line[measure].now) || value(measure, line[measure].then)));

export const nameOf = (queue: string, view: Pick<ManagerView, "queues">): Text | string => view.queues.find(({ id }) => id === queue)?.name ?? queue;
