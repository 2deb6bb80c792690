// The customer's own phone: the number, who is ahead, a bell when it is called, and what can be done. Plain polling, no log-in.
import { signal } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { formName, OpenForm } from "@web/catalogue/blank_form.tsx";
import { clockText, now as ticking } from "@web/time/clock.ts";
import { startInOwn, tx } from "@web/language/i18n.ts";
import { Language } from "@web/drawing/language.tsx";
import { Button, Icon, Toast, Wait, waitWhy } from "@web/drawing/parts.tsx";
import { get } from "@web/dialogue/post.ts";
import { isUnknown, Refusal } from "@web/dialogue/refusal.ts";
import type { Answer } from "@web/dialogue/addresses.ts";
import type { Text, TicketView } from "@web/wire.ts";
import "./ticket.css";
import { ring } from "./ticket/bell.ts";
import { Arrival } from "./ticket/arrival.tsx";
import { Bell, HallPhone, NowCalling, OwnWishes } from "./ticket/own.tsx";
import { comesNear, isNear, isOver, phase, stands } from "./ticket/phase.ts";
import { t } from "./ticket/texts.ts";

const EVERY = 5_000;

const ticket = signal<TicketView | null>(null);
const trouble = signal<"" | "gone" | "lost" | "away">("");
const lost = signal<Text | null>(null); // what to do with a paper that a restored hall does not know
const heardAt = signal(0);
const hall = signal<Answer<"get", "/api/hall"> | null>(null); // asked for only by who has nothing else to go by
const token = location.hash.slice(1);

function heard(view: TicketView): void {
  const before = ticket.peek();
  if (view.state === "called" && before?.state !== "called") ring("called");
  else if (before && comesNear(before, view)) ring("near");
  ticket.value = view;
  trouble.value = "";
  heardAt.value = Date.now();
}

async function lookForHelp(): Promise<void> {
  try {
    hall.value ??= await get("/api/hall");
  } catch {
    // the sentence alone has to do
  }
}

async function look(): Promise<void> {
  try {
    heard(await get("/api/ticket/{token}", { path: { token } }));
  } catch (problem) {
    lost.value = problem instanceof Refusal && problem.code === "number_lost" ? problem.text : null;
    const gone = isUnknown(problem);
    if (lost.value || gone) await lookForHelp();
    trouble.value = lost.value ? "lost" : gone ? "gone" : "away";
  }
  setTimeout(() => void look(), EVERY);
}

function NumberCard({ of }: { of: TicketView }) {
  const now = phase(of.state);
  const words = now === "expired" && of.never_came ? "neverCame" : now === "waiting" && isNear(of) ? "near" : now;
  const title = `${of.number} ${t(now)}`;
  useEffect(() => void (document.title = title), [title]); // a phone's list of open pages tells it too
  return (
    <section class={`card ${isOver(now) ? "over" : now}`}>
      <h1>
        <span class="label">{t("yourNumber")}</span>
        <span class="number" style={{ "--letters": String(Math.max(4, of.number.length)) }}>{of.number}</span>
      </h1>
      <p class="service">{tx(of.service)}</p>
      <p class="state" role="status">
        <Icon name={now === "called" ? "bell" : now === "over" ? "check" : isOver(now) ? "close" : "clock"} /> {t(words)}
        {now === "called" && of.counter_name && <strong>{t("goTo", { counter: tx(of.counter_name) })}</strong>}
      </p>
    </section>
  );
}

const Facts = ({ of }: { of: TicketView }) => (
  <dl class="card">
    {of.booked_for && (
      <div>
        <dt>{t("booked")}</dt>
        <dd>{clockText(Date.parse(of.booked_for))}<span>{t("fromThen")}</span></dd>
      </div>
    )}
    <div>
      <dt>{t("ahead")}</dt>
      <dd>{of.ahead ? t("people", { count: of.ahead }) : t(of.arrival ? "nobodyYet" : "nobody")}</dd>
    </div>
    <div>
      <dt>{t("wait")}</dt>
      <dd><Wait wait={of.wait} />{waitWhy(of.wait) && <span class="why">{waitWhy(of.wait)}</span>}</dd>
    </div>
    <div>
      <dt>{t("zone")}</dt>
      <dd>{tx(of.zone)}</dd>
    </div>
    <Papers name={t("materials")} of={of.materials} more={of.incomplete ? t("askGuide") : ""} />
    <Papers name={t("agent")} of={of.agent_materials} />
    {of.forms.length > 0 && <div><dt>{t("forms")}</dt><dd>{of.forms.map((form) => <span key={form.name.zh}>{formName(form)} <OpenForm form={form} words={t("openForm")} /></span>)}</dd></div>}
    <Papers name={t("fee")} of={[of.fee].filter(tx)} />
    <Papers name={t("limit")} of={[of.limit].filter(tx)} />
  </dl>
);

const Papers = ({ name, of, more = "" }: { name: string; of: readonly Text[]; more?: string }) =>
  of.length || more ? (
    <div>
      <dt>{name}</dt>
      <dd>{of.map((one) => <span key={one.zh}>{tx(one)}</span>)}{more && <span>{more}</span>}</dd>
    </div>
  ) : null;

const MINUTE = 60_000;

/** How old it is, and not at what time it was heard: a phone's own clock may be wrong. It stands above all that may be old. */
function Away({ known }: { known: boolean }) {
  void ticking.value; // it grows older
  const minutes = Math.floor((Date.now() - heardAt.value) / MINUTE);
  return <>{t("away")} {known && t(minutes ? "asOf" : "asOfNow", { minutes })}</>;
}

function Phone() {
  const of = ticket.value;
  return (
    <div class="phone">
      <header>
        <strong>{of ? tx(of.hall) : t("title")}</strong>
        <Language kind="secondary" />
      </header>
      <main>
        <p class="trouble" role="status">{trouble.value === "away" && <Away known={of !== null} />}</p>
        {of && trouble.value !== "gone" && !lost.value ? (
          <>
            <NumberCard of={of} />
            {of.arrival && <Arrival of={of.arrival} token={token} heard={heard} />}
            {stands(phase(of.state)) && <Bell />}
            {stands(phase(of.state)) && <Facts of={of} />}
            {stands(phase(of.state)) && <NowCalling of={of} />}
            <OwnWishes of={of} token={token} heard={heard} />
          </>
        ) : (
          <section class="card none">
            <h1>{lost.value ? tx(lost.value) : trouble.value === "gone" ? t("gone") : t("looking")}</h1>
            {trouble.value === "gone" && <p>{t("goneHelp")}</p>}
            {trouble.value === "gone" && <p><a href="/hall/">{t("hallNow")}</a></p>}
          </section>
        )}
        {of && !trouble.value && <p class="faint">{t("fresh")}</p>}
        {trouble.value === "gone" || lost.value ? (
          <HallPhone hall={hall.value?.name ?? of?.hall ?? null} phone={hall.value?.phone ?? of?.phone ?? ""} />
        ) : (
          of && <HallPhone hall={null} phone={of.phone} />
        )}
      </main>
      <Toast />
    </div>
  );
}

addEventListener("hashchange", () => location.reload());
startInOwn();
void look();
render(<Phone />, document.getElementById("app")!);
