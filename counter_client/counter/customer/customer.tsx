// The customer at the counter: who, why, how long, and whether the call was seen and heard.
import type { ComponentChildren } from "preact";
import { t as handover } from "@web/handover/texts.ts";
import { mmss, now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import { businessOf } from "@web/catalogue/catalogue.ts";
import { Badge, onPointer, StateMark } from "@web/drawing/parts.tsx";
import { Marks } from "@web/hall/marks.tsx";
import { papersOf, useWhose } from "@web/catalogue/whose.tsx";
import { waitState } from "@web/hall/standing.ts";
import type { ClerkTicket, CounterView, StepRow } from "@web/wire.ts";
import { Cue, stayOf } from "./cue.tsx";
import type { Desk } from "../desk/desk.ts";
import { HAND_OVER_KEY, KEYCAPS, LOOK_UP_KEY, NOTICE_KEY } from "../keys/keys.ts";
import { handled, moment, possible } from "../keys/moments.ts";
import { Points } from "./points.tsx";
import { sayOr, t, type Word } from "../texts.ts";

function Timer({ view, ticket }: { view: CounterView; ticket: ClerkTicket }) {
  if (view.state === "calling") {
    const since = ticket.called_at ? (now.value - Date.parse(ticket.called_at)) / 1000 : 0;
    return (
      <Gauge label={t("calling_for")} figure={mmss(since)}>
        {t("standard", { time: mmss(ticket.standard_seconds) })}
      </Gauge>
    );
  }
  const spent = handled(ticket.started_at, ticket.parked_seconds, now.value);
  const over = spent > ticket.standard_seconds;
  return (
    <Gauge label={t("handled")} figure={mmss(spent)} tone={over ? "over" : "good"}>
      <StateMark state={over ? "over" : "good"} text={t(over ? "over_standard" : "in_standard")} />{" "}
      {t("standard", { time: mmss(ticket.standard_seconds) })}
      <progress max={ticket.standard_seconds} value={Math.min(spent, ticket.standard_seconds)} aria-label={t("handled")} />
    </Gauge>
  );
}

/** What to know before the customer is there (Q45); the reason of a priority is for the clerk's eyes only. */
function Needs({ ticket }: { ticket: ClerkTicket }) {
  return (
    <span class="needs">
      <Marks of={ticket} prepared={ticket.steps.filter(({ done }) => done).length} />
      {ticket.priority && <Badge tone="brand">{[t("priority"), sayOr("need_", ticket.priority_reason)].filter(Boolean).join(" · ")}</Badge>}
      {ticket.language === "en" && <Badge tone="brand">{t("english")}</Badge>}
      {ticket.segment && <Badge tone="brand">{tx(ticket.segment_name) || sayOr("need_", ticket.segment)}</Badge>}
      {tx(ticket.issued_as) !== tx(ticket.service_name) && <Badge>{t("issued_as", { name: tx(ticket.issued_as) })}</Badge>}
      {ticket.explained && <Badge tone="good">{t("explained")}</Badge>}
      {ticket.watered && <Badge tone="good">{t("watered")}</Badge>}
      {ticket.remedy?.state === "given" && <Badge tone="remedy">{t("remedy_given")}</Badge>}
      {ticket.remedy?.state === "declined" && <Badge tone="remedy">{t("remedy_declined")}</Badge>}
      {ticket.parked_seconds > 0 && <Badge>{t("parked_time", { time: mmss(ticket.parked_seconds) })}</Badge>}
    </span>
  );
}

/** What the guide did while this customer waited (Q23), and what is still to do. */
const Prepared = ({ name, done }: StepRow) => (
  <span class={done ? "step done" : "step"}>
    <span aria-hidden="true">{done ? "✓" : "○"}</span> {tx(name)} <small>{t(done ? "step_done" : "step_open")}</small>
  </span>
);

/** It is another business after all, or needs no counter. */
const Deeds = ({ desk, view }: { desk: Desk; view: CounterView }) => (
  <span class="deeds">
    {(["change", "divert"] as const).map((action) => (
      <button key={action} type="button" class="small" disabled={!possible(action, view)} aria-keyshortcuts={KEYCAPS[action]} onClick={onPointer(() => desk.do(action))}>
        {t(action)} <kbd aria-hidden="true">{KEYCAPS[action]}</kbd>
      </button>
    ))}
    <button type="button" class="small" disabled={!possible("divert", view)} aria-keyshortcuts={HAND_OVER_KEY} onClick={onPointer(() => (desk.handing.value = view.ticket?.id ?? ""))}>{handover("button")} <kbd aria-hidden="true">{HAND_OVER_KEY}</kbd></button>
  </span>
);

/** What this customer brings; whoever comes for somebody brings more (B02). */
function Papers({ ticket }: { ticket: ClerkTicket }) {
  const [agent, forAgent] = useWhose(ticket.id);
  const business = businessOf(ticket.service);
  const papers = business ? papersOf(business, agent, ticket.materials) : ticket.materials;
  return (
    <>
      {papers.map(tx).join(" · ") || "—"}{" "}
      {(business?.entry.agent_materials.length ?? 0) > 0 && <button type="button" aria-pressed={agent} onClick={onPointer(() => forAgent(!agent))}>{t("by_agent")}</button>}
    </>
  );
}

/** What it costs and how long it takes, as the catalogue has it. */
const termsOf = (service: string): string => {
  const business = businessOf(service);
  return business ? [business.fee, business.entry.limit].map(tx).filter(Boolean).join(" · ") : "";
};

export function Customer({ desk, view, ticket }: { desk: Desk; view: CounterView; ticket: ClerkTicket }) {
  const state = waitState(ticket.waited_seconds, view);
  return (
    <div class="scene">
      <p class="who" aria-live="polite">
        <small>{t(moment(view.state))}</small>
        {ticket.number}
      </p>
      <p class="lead">
        <button type="button" class="business-name" aria-label={t("look_up", { name: tx(ticket.service_name) })} onClick={onPointer(() => (desk.lookingUp.value = true))} aria-keyshortcuts={LOOK_UP_KEY}>{tx(ticket.service_name)} <kbd aria-hidden="true">{LOOK_UP_KEY}</kbd></button> <Deeds desk={desk} view={view} /> <Needs ticket={ticket} />
      </p>
      <div class="gauges">
        <Gauge label={t("waited")} figure={mmss(ticket.waited_seconds)} tone={state}>
          <StateMark state={state} />
        </Gauge>
        <Timer view={view} ticket={ticket} />
      </div>
      {view.state === "calling" && <Receipts ticket={ticket} />}
      <dl class="facts">
        <Cue desk={desk} view={view} ticket={ticket} />
        {ticket.past.length > 0 && <dt>{t("past")}</dt>}
        {ticket.past.length > 0 && <dd>{ticket.past.map((leg) => tx(leg.service)).join(" → ")} · {stayOf(ticket)}</dd>}
        {ticket.owner && <dt>{t("owner")}</dt>}
        {ticket.owner && <dd>{ticket.owner}</dd>}
        <dt>{t("why_called")}</dt>
        <dd>{tx(ticket.reason) || "—"}</dd>
        {ticket.came_with && <dt>{t("came_back")}</dt>}
        {ticket.came_with && <dd class="came">{[t(`came_${ticket.came_with as "missing" | "pass"}`), ticket.owed.map(tx).join(" · ")].filter(Boolean).join("：")}</dd>}
        {ticket.steps.length > 0 && <dt>{t("prepared")}</dt>}
        {ticket.steps.length > 0 && <dd class="prepared">{ticket.steps.map((step) => <Prepared key={step.name.zh} {...step} />)}</dd>}
        <dt>{t("materials")}</dt>
        <dd>
          <Papers ticket={ticket} />{" "}
          <button type="button" aria-keyshortcuts={NOTICE_KEY} onClick={onPointer(() => (desk.noticing.value = ticket.id))}>{t("notice")} <kbd aria-hidden="true">{NOTICE_KEY}</kbd></button>
        </dd>
        <Points desk={desk} view={view} ticket={ticket} />
        {termsOf(ticket.service) && <dt>{t("terms")}</dt>}
        {termsOf(ticket.service) && <dd>{termsOf(ticket.service)}</dd>}
      </dl>
    </div>
  );
}

// Whether the call was seen on a screen and heard from a speaker: a clerk must not wait for a silent hall. Nobody asks once
// the customer is there.
const VOICE: Readonly<Record<string, { word: Word; tone: string; sign: string }>> = {
  "": { word: "not_spoken", tone: "", sign: "○" },
  played: { word: "spoken", tone: "good", sign: "✓" },
  failed: { word: "spoken_failed", tone: "over", sign: "✕" },
  blocked: { word: "spoken_blocked", tone: "over", sign: "✕" },
  superseded: { word: "spoken_superseded", tone: "near", sign: "▲" },
};

/** Which voice spoke; a kind without a word of its own is left out. */
const WHO: Readonly<Record<string, Word>> = { recorded: "voice_recorded", neural_zh: "voice_neural", pyttsx3: "voice_robot" };
const voiceText = (voice: string): string =>
  voice.split("+").flatMap((kind) => (WHO[kind] ? [t(WHO[kind])] : [])).join(tx({ zh: "、", en: ", " }));

const Receipt = ({ tone, sign, word, by = "" }: { tone: string; sign: string; word: Word; by?: string }) => (
  <li class={tone}>
    <span aria-hidden="true">{sign}</span> {t(word)}{by && ` · ${by}`}
  </li>
);

export function Receipts({ ticket }: { ticket: ClerkTicket }) {
  const calls = ticket.recalls + 1;
  const shown = ticket.shown;
  return (
    <ul class="receipts">
      <Receipt tone={shown ? "good" : ""} sign={shown ? "✓" : "○"} word={shown ? "shown" : "not_shown"} />
      <Receipt {...(VOICE[ticket.spoken] ?? VOICE[""]!)} by={voiceText(ticket.voice)} />
      <li>{calls > 1 ? t("called_times", { n: calls }) : t("called_once")}</li>
      {ticket.no_show_offered && <li class="offer">{t("offer_no_show")}</li>}
    </ul>
  );
}

// An instrument: a label, a big figure, and how it stands in words.
interface Props {
  label: string;
  figure: string;
  tone?: string;
  children?: ComponentChildren;
}

export const Gauge = ({ label, figure, tone = "", children }: Props) => (
  <div class={`gauge ${tone}`}>
    <span class="label">{label}</span>
    <b class="figure">{figure}</b>
    <span class="says">{children}</span>
  </div>
);
