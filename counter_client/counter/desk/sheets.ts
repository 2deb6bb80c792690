// The questions behind T, P, +, D, S, B: data, so that one dialog draws them all and a test can answer them.
import { mmss, now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import { waitState } from "@web/hall/standing.ts";
import type { ClerkRow, CounterView, Named, ParkKind, TransferTicket, Way } from "@web/wire.ts";
import { chinese, sayOr, t, type Word } from "../texts.ts";
import { meant, type Option, type Question, type Sheet } from "./sheet.ts";
import type { Action } from "../keys/keys.ts";

// Pause reasons: the journal keeps the Chinese word; a console in English reads it back.
export const REASONS = ["reason_lunch", "reason_away", "reason_internal", "reason_device", "reason_other"] as const;

/** What is written down and shown outside for the reason "lunch". */
export function recorded(reason: string): string {
  const word = REASONS.find((known) => known === `reason_${reason}`);
  return word ? chinese(word) : reason;
}

/** A recorded reason in the language of this console; the clerk's own words stay as they are. */
export function pauseReason(words: string): string {
  const known = REASONS.find((reason) => chinese(reason) === words);
  return known ? t(known) : words;
}

const named = (things: readonly Named[]): Option[] => things.map((thing) => ({ id: thing.id, name: tx(thing.name) }));
/** Options whose ids are the words of the console, without what they begin with. */
const words = (begin: string, ...keys: readonly Word[]): Option[] =>
  keys.map((key) => ({ id: key.slice(begin.length), name: t(key) }));

function transfer(view: CounterView): Sheet {
  const counters = view.all_counters.filter((c) => c.id !== view.counter);
  const where: Record<string, Question> = {
    queue: { id: "queue", label: t("to_queue"), options: named(view.all_queues) },
    counter: { id: "counter", label: t("to_counter"), options: named(counters) },
    staff: { id: "staff", label: t("staff_number") },
  };
  return {
    action: "transfer",
    title: t("transfer_title", { number: view.ticket?.number ?? "" }),
    holds: true,
    questions: ({ to = "" }) => [
      { id: "to", label: t("transfer_to"), options: words("to_", "to_queue", "to_counter", "to_staff") },
      ...(where[to] ? [where[to]!] : []),
      {
        id: "position",
        label: t("position"),
        options: words("", "keep_arrival", "first", "last"),
        preset: "keep_arrival",
      },
    ],
    command: ({ to = "", position, ...where }) => ({
      type: "transfer_ticket",
      ...meant(view),
      [`to_${to}`]: where[to],
      position: position as TransferTicket["position"],
    }),
  };
}

const park = (view: CounterView): Sheet => ({
  action: "park",
  title: t("park_title", { number: view.ticket?.number ?? "" }),
  holds: true,
  questions: () => [
    {
      id: "kind",
      label: t("park_kind"),
      options: words("park_", "park_customer_away", "park_documents_held", "park_waiting_step"),
    },
  ],
  command: ({ kind }) => ({ type: "park_ticket", ...meant(view), kind: kind as ParkKind }),
});

const add = (view: CounterView): Sheet => ({
  action: "add",
  title: t("add_title", { number: view.ticket?.number ?? "" }),
  holds: true,
  questions: () => [
    { id: "service", label: t("add_which"), options: named(view.all_services) },
    { id: "where", label: t("add_where"), options: words("add_", "add_here", "add_queue"), preset: "here" },
  ],
  command: ({ service = "", where }) => ({
    type: "add_service",
    ...meant(view),
    service,
    here: where === "here",
  }),
});

/** The number was taken for another business (Q16): it stays here, and so does the customer. */
const change = (view: CounterView): Sheet => ({
  action: "change",
  title: t("change_title", { number: view.ticket?.number ?? "" }),
  holds: true,
  questions: () => [
    { id: "service", label: t("change_which"), options: named(view.all_services.filter(({ id }) => id !== view.ticket?.service)) },
  ],
  command: ({ service = "" }) => ({ type: "change_service", ticket: view.ticket?.id ?? "", service }),
});

const TERMINAL = "terminal:";
const OTHER_TOPIC = "other";

/** No counter is needed (Q15): the number ends with it. What was answered says what about (B20). */
function divert(view: CounterView): Sheet {
  const { id: ticket = "", number = "", terminals = [], topics = [] } = view.ticket ?? {};
  const about: Option[] = [...topics.map((topic, at) => ({ id: String(at), name: tx(topic) })), { id: OTHER_TOPIC, name: t("other_topic") }];
  return {
    action: "divert",
    title: t("divert_title", { number }),
    note: t("divert_note"),
    holds: true,
    questions: ({ to, topic }) => [
      {
        id: "to",
        label: t("divert_to"),
        options: [
          ...words("way_", "way_answered"),
          ...terminals.map((at) => ({ id: TERMINAL + at.id, name: tx(at.name), note: tx(at.zone) })),
          ...words("way_", "way_e_channel", "way_back_office", "way_other_dept"),
        ],
      },
      ...(to === "answered" && topics.length ? [{ id: "topic", label: t("divert_topic"), options: about }] : []),
      ...(to === "answered" && topics.length && topic === OTHER_TOPIC ? [{ id: "text", label: t("divert_words") }] : []),
    ],
    command: ({ to = "", topic, text = "" }) => ({
      type: "divert",
      ticket,
      ...(to.startsWith(TERMINAL) ? { way: "self_service", terminal: to.slice(TERMINAL.length) } : { way: to as Way }),
      ...(topic && topic !== OTHER_TOPIC ? { topic: Number(topic) } : {}),
      ...(text ? { words: text } : {}),
    }),
  };
}

const walk = (view: CounterView): Sheet => ({
  action: "walk",
  title: t("walk_title"),
  holds: false,
  questions: () => [{ id: "service", label: t("walk_which"), options: named(view.all_services) }],
  command: ({ service = "" }) => ({ type: "walk_direct", counter: view.counter, service }),
});

/** Who is left waiting too long by a pause: said before it, not after. */
function late(view: CounterView): string {
  const waits = view.waiting.map(({ clock_from }) => (now.peek() - Date.parse(clock_from)) / 1000);
  const over = waits.filter((seconds) => ["over", "remedy"].includes(waitState(seconds, view)));
  return over.length ? t("pause_late", { n: over.length, time: mmss(Math.max(...over)) }) : "";
}

const pause = (view: CounterView): Sheet => ({
  action: "pause",
  title: t("pause_title"),
  note: late(view),
  holds: false,
  questions: ({ reason }) => [
    { id: "reason", label: t("pause_reason"), options: words("reason_", ...REASONS) },
    ...(reason === "other" ? [{ id: "text", label: t("reason_text") }] : []),
  ],
  command: ({ reason = "", text = "" }) => ({
    type: "pause_counter",
    counter: view.counter,
    reason: reason === "other" ? text : recorded(reason),
  }),
});

const WHY = ["why_asked", "why_special", "why_return", "why_other"] as const;

/** Whose turn it is anyway: nobody is passed over, so no reason is asked for. */
const isNext = (view: CounterView, ticket?: string): boolean => ticket !== undefined && ticket === view.next[0]?.id;

export const specific = (view: CounterView, row?: ClerkRow): Sheet => ({
  action: "specific",
  title: t("specific_title"),
  holds: false,
  questions: ({ ticket, why }) => [
    {
      id: "ticket",
      label: t("specific_which"),
      options: view.waiting.map((r) => ({ id: r.id, name: r.number, note: tx(r.service_name) })),
      preset: row?.id,
    },
    ...(isNext(view, ticket ?? row?.id) ? [] : [{ id: "why", label: t("specific_reason"), options: words("why_", ...WHY) }]),
    ...(why === "other" ? [{ id: "text", label: t("reason_text") }] : []),
  ],
  command: ({ ticket = "", why = "", text = "" }) => ({
    type: "call_specific",
    counter: view.counter,
    ticket,
    reason: isNext(view, ticket) ? "" : why === "other" ? text : chinese(WHY.find((word) => word === `why_${why}`) ?? "why_other"),
  }),
});

/** Out of a list beside the stage: the only one is chosen already. */
const of = (rows: readonly ClerkRow[], label: Word, note: (row: ClerkRow) => string): Question => {
  const usable = rows.filter((row) => row.usable);
  return { id: "ticket", label: t(label), options: usable.map((row) => ({ id: row.id, name: row.number, note: note(row) })), preset: usable.length === 1 ? usable[0]!.id : undefined };
};

const resume = (view: CounterView): Sheet => ({
  action: "resume",
  title: t("resume_title"),
  holds: false,
  questions: () => [of(view.parked, "resume_which", (row) => sayOr("", row.park))],
  command: ({ ticket = "" }) => ({ type: "resume_ticket", ticket, counter: view.counter }),
});

const restore = (view: CounterView): Sheet => ({
  action: "restore",
  title: t("restore_title"),
  holds: false,
  questions: () => [of(view.missed, "restore_which", (row) => tx(row.service_name))],
  command: ({ ticket = "" }) => ({ type: "requeue_ticket", ticket }),
});

/** Whom this clerk met first, and who is not done when the day ends (E11). */
export const answersFor = ({ first_met }: Pick<CounterView, "first_met">): string =>
  first_met.length ? t("first_met", { n: first_met.length, numbers: first_met.join(" ") }) : "";

const close = (view: CounterView): Sheet => ({
  action: "close",
  title: t("close_title"),
  note: [t("close_question"), answersFor(view)].filter(Boolean).join(" "),
  confirm: t("close_yes"),
  holds: true,
  questions: () => [],
  command: () => ({ type: "close_counter", counter: view.counter }),
});

const profile = (view: CounterView): Sheet => ({
  action: "profile",
  title: t("profile_title"),
  holds: false,
  questions: () => [
    { id: "profile", label: t("profile_which"), options: named(view.all_profiles), preset: view.profile },
  ],
  command: ({ profile = "" }) => ({ type: "change_profile", counter: view.counter, profile }),
});

export const SHEETS: Readonly<Partial<Record<Action, (view: CounterView) => Sheet>>> = {
  transfer,
  park,
  add,
  walk,
  change,
  divert,
  pause,
  specific,
  close,
  profile,
  resume,
  restore,
};
