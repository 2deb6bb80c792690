// What is wrong in the hall now and what to do about it, the worst first: a manager looks for five seconds.
// The effect that a deed would have stands beside it where the hall has reckoned it; then it is taken as a proposal.
import { clockText, mmss } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import type { State } from "@web/drawing/marks.tsx";
import { since, waitState } from "@web/hall/standing.ts";
import { together } from "@web/hall/together.ts";
import type { AlertRow, Command, ManagerCounter, ManagerQueue, ManagerView, ProposalRow } from "@web/wire.ts";
import { nextAct, unsettled } from "../care/care.ts";
import type { Shown } from "../dialogs.ts";
import { chinese, t } from "./matters_texts.ts";
import { proposedBy, taking } from "./proposals.ts";
import { queueState, unserved } from "../state.ts";

/** One tap: commands, or the dialog where it is done. */
export type Deed = { label: string; commands: readonly Command[] } | { label: string; show: Shown };

export interface Matter {
  id: string;
  state: State;
  what: string;
  deed: Deed | null;
  /** What the hall has reckoned the deed to do. */
  proposed?: ProposalRow;
}

const minutes = (seconds: number): number => Math.floor(seconds / 60);
const go = (number: string): Deed => ({ label: t("see", { number }), show: { kind: "ticket", ticket: "", number } });

/** Who has waited past the threshold, or was called since, and has not had what is owed. */
function owed({ cases }: ManagerView): Matter[] {
  const rows = cases.rows.filter((row) => unsettled(row.state));
  const oldest = rows[rows.length - 1]; // the newest stand first
  if (!oldest) return [];
  const { number } = oldest;
  return [{ id: "owed", state: "remedy", what: t(rows.length > 1 ? "owed_many" : "owed", { number, n: rows.length }), deed: rows.length > 1 ? { label: t("see_cases"), show: { kind: "cases" } } : go(number) }];
}

/** One proposal a queue: nobody serves it, or somebody in it is past the goal and no counter stands idle. */
function queues(view: ManagerView, now: number): Matter[] {
  const idle = view.counters.filter((counter) => still(counter, view, now) === "idle"); // told by themselves, and the cure of their queues
  const wanting: [ManagerQueue, "unserved" | "slow"][] = [];
  for (const queue of view.queues) {
    if (unserved(queue)) wanting.push([queue, "unserved"]);
    else if (!idle.some(({ calls }) => calls.includes(queue.id)) && ["over", "remedy"].includes(queueState(queue, now, view))) wanting.push([queue, "slow"]);
  }
  return wanting.map(([queue, why]) => ({
    id: `queue ${queue.id}`,
    state: why === "unserved" ? "over" : queueState(queue, now, view),
    what: t(why, { name: tx(queue.name), letter: queue.letter, n: queue.waiting, time: mmss(since(queue.longest_from, now)) }) + somebody(queue.helper),
    deed: queue.helper && !queue.helper.opens ? help(queue.helper) : null,
  }));
}

/** A closed counter needs a clerk who sits down there: no tap of a manager's brings one. */
const somebody = (helper: ManagerQueue["helper"]): string => (helper?.opens ? t("open", { counter: tx(helper.counter_name) }) : "");

const help = ({ counter, counter_name, profile, profile_name }: NonNullable<ManagerQueue["helper"]>): Deed & { commands: readonly Command[] } => ({
  label: t("also", { counter: tx(counter_name), profile: tx(profile_name) }),
  commands: [{ type: "change_profile", counter, profile }],
});

/** What is the matter with a counter, whoever waits elsewhere; null where nothing is. */
export function still(counter: ManagerCounter, view: ManagerView, now: number): "idle" | "calling" | "paused" | null {
  const seconds = since(counter.since, now);
  if (counter.state === "open_idle" && counter.can_call > 0 && seconds >= view.idle_seconds) return "idle";
  if (counter.state === "calling" && seconds >= view.calling_seconds) return "calling";
  return counter.state === "paused" && seconds >= view.pause_seconds && view.waiting_total > 0 ? "paused" : null;
}

const WORST = ["idle", "calling", "paused", null];

/** An idle counter keeps most people waiting; of the same kind the longest stands first. */
function counters(view: ManagerView, now: number): Matter[] {
  const order = (counter: ManagerCounter) => WORST.indexOf(still(counter, view, now));
  return [...view.counters].sort((a, b) => order(a) - order(b) || Date.parse(a.since) - Date.parse(b.since)).flatMap((counter): Matter[] => {
    const why = still(counter, view, now);
    if (!why) return [];
    const { id, can_call: n, next, number, ticket } = counter;
    const fields = { counter: tx(counter.name), minutes: minutes(since(counter.since, now)), n: why === "paused" ? view.waiting_total : n, number: number || next, reason: counter.pause_reason };
    const commands: Record<typeof why, Command> = {
      idle: { type: "call_next", counter: id },
      calling: { type: "mark_no_show", counter: id, ticket },
      paused: { type: "resume_counter", counter: id },
    };
    // A counter that stands idle is as bad as the wait it could end.
    const longest = why === "idle" ? since(view.waiting.find((ticket) => ticket.number === next)?.clock_from ?? null, now) : 0;
    const state = waitState(longest, view) === "remedy" ? "remedy" : "over";
    return [{ id: `counter ${id}`, state, what: t(why, fields), deed: { label: t(`${why}_do`, fields), commands: [commands[why]] } }];
  });
}

/** Somebody who can still be helped before the threshold; called out of turn by a counter that is free. */
function atRisk(view: ManagerView, now: number): Matter[] {
  const soon = view.waiting.flatMap((ticket) => {
    const next = nextAct(ticket, now);
    return next?.act === "remedy" && next.soon && ticket.state === "waiting" ? [{ ticket, seconds: next.seconds }] : [];
  });
  const first = soon[0];
  if (!first) return [];
  const { id, number, queue } = first.ticket;
  const free = view.counters.find((counter) => counter.state === "open_idle" && counter.can_call > 0 && counter.calls.includes(queue));
  const call: Deed = free ? { label: t("call_to", { number, counter: tx(free.name) }), commands: [{ type: "call_specific", counter: free.id, ticket: id, reason: chinese("risk_why") }] } : go(number);
  return [{ id: "risk", state: "near", what: t(soon.length > 1 ? "risk_many" : "risk", { number, time: mmss(first.seconds), n: soon.length }), deed: call }];
}

/** One line a cause: three printers without paper are one thing to do. */
export const causes = (alerts: readonly AlertRow[]): AlertRow[][] => together(alerts, ({ kind, detail }) => `${kind} ${detail.zh}`).map(([, rows]) => rows);
export const causeText = (rows: readonly AlertRow[]): string => rows.map((row) => tx(row.text)).join(tx({ zh: "；", en: "; " }));
export const acknowledging = (rows: readonly AlertRow[]): Command[] => rows.map((row) => ({ type: "acknowledge_alert", alert: row.id }));

/** What the board sees by itself of a queue or a counter; the hall's own alert of it says the same once more. */
const SEEN: Readonly<Record<string, "queue" | "counter">> = { nobody_calls: "queue", line_at_risk: "queue", pause_long: "counter" };
const seenAs = ({ id, kind }: AlertRow): string => `${SEEN[kind]} ${id.slice(kind.length + 1)}`;

/** The alerts that nothing else on the board says: one fault is told once. */
export function untold(view: ManagerView, now: number): readonly AlertRow[] {
  if (!view.alerts.some(({ kind }) => kind in SEEN)) return view.alerts;
  const told = new Set([...counters(view, now), ...queues(view, now)].map(({ id }) => id));
  return view.alerts.filter((alert) => !told.has(seenAs(alert)));
}

const NEAR = ["_near_end", "line_at_risk"]; // before the fact

const helperOf = (view: ManagerView, { id, kind }: AlertRow): ManagerQueue["helper"] =>
  view.queues.find((queue) => kind === "line_at_risk" && id === `${kind}/${queue.id}`)?.helper ?? null;

/** A line at risk is helped by the counter that could take from it; then nobody need see to it besides. */
function remedyOf(view: ManagerView, rows: readonly AlertRow[]): Deed | null {
  const helper = helperOf(view, rows[0]!);
  if (!helper || helper.opens) return null;
  const { label, commands } = help(helper);
  return { label, commands: [...commands, ...acknowledging(rows)] };
}

function alerts(view: ManagerView, now: number): Matter[] {
  const unseen = causes(untold(view, now).filter((alert) => !alert.acknowledged_by));
  return unseen.map((rows) => ({
    id: `alert ${rows[0]!.id}`,
    state: NEAR.some((end) => rows[0]!.kind.endsWith(end)) ? "near" : "over",
    what: causeText(rows) + (rows[0]!.kind === "line_at_risk" ? somebody(helperOf(view, rows[0]!)) : ""),
    deed: remedyOf(view, rows) ?? { label: t("mine"), commands: acknowledging(rows) },
  }));
}

/** A hall at work without a leader: the ladder has nobody to tell. */
const leaderless = (view: ManagerView): Matter[] =>
  view.leader || !view.counters.some((counter) => counter.state !== "closed") ? [] : [{ id: "leader", state: "near", what: t("no_leader"), deed: { label: t("lead"), commands: [{ type: "lead_shift" }] } }];

/** Who was planned and is not here, as far as it leaves counters short; and who should sit there by now (Q14, O09). */
function roster({ roster: { gaps, late, absent } }: ManagerView): Matter[] {
  const deed: Deed = { label: t("see_roster"), show: { kind: "roster" } };
  const [first, ...others] = gaps;
  const short = first && { ...first, more: others.length, who: absent.length ? t("absent", { names: absent.join(tx({ zh: "、", en: ", " })) }) : "" };
  return [
    ...(short ? [{ id: "gap", state: "near" as const, what: t(short.lacking === 1 ? "gap_one" : "gap", short) + (short.more ? t("gap_more", short) : "") + short.who, deed }] : []),
    ...late.map((one): Matter => ({ id: `late ${one.counter}`, state: "near", what: t("late", { counter: tx(one.name), time: clockText(Date.parse(one.due)), person: one.person }), deed })),
  ];
}

const RANK: Record<State, number> = { remedy: 0, over: 1, near: 2, good: 3 };

/** The worst first; of the same weight people before counters before things. */
export function matters(view: ManagerView, now: number): Matter[] {
  const all = [...owed(view), ...counters(view, now), ...queues(view, now), ...atRisk(view, now), ...alerts(view, now), ...roster(view), ...leaderless(view)];
  return all.map((one, at) => ({ one: reckoned(one, view), at })).sort((a, b) => RANK[a.one.state] - RANK[b.one.state] || a.at - b.at).map(({ one }) => one);
}

/** What the hall proposes, too, is taken as a proposal: then it is judged by what becomes of it. */
function reckoned(matter: Matter, view: ManagerView): Matter {
  const { deed } = matter;
  if (!deed || "show" in deed) return matter;
  const proposed = proposedBy(deed.commands[0], view.proposals);
  return proposed ? { ...matter, proposed, deed: { ...deed, commands: [taking(proposed)] } } : matter;
}
