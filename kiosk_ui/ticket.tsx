// The customer's own phone: the number, who is ahead, and a shake when it is called. Plain polling, no log-in.
import { signal } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { clockText } from "@web/clock.ts";
import { startInOwn, switchLanguage, tx } from "@web/i18n.ts";
import { Button, Icon, Wait } from "@web/parts.tsx";
import { get } from "@web/post.ts";
import { Refusal } from "@web/refusal.ts";
import type { Text, TicketView } from "@web/wire.ts";
import "./ticket.css";
import { phase } from "./ticket/phase.ts";
import { t } from "./ticket/texts.ts";

const EVERY = 5_000;
const SHAKE = [400, 200, 400, 200, 800];

const ticket = signal<TicketView | null>(null);
const trouble = signal<"" | "gone" | "lost" | "away">("");
const lost = signal<Text | null>(null); // what to do with a paper that a restored hall does not know
const heardAt = signal(0);

async function look(): Promise<void> {
  const token = location.hash.slice(1);
  try {
    const found = await get("/api/ticket/{token}", { path: { token } });
    if (found.state === "called" && ticket.peek()?.state !== "called" && navigator.vibrate) navigator.vibrate(SHAKE);
    ticket.value = found;
    trouble.value = "";
    heardAt.value = Date.now();
  } catch (problem) {
    const refused = problem instanceof Refusal ? problem : null;
    lost.value = refused?.code === "number_lost" ? refused.text : null;
    trouble.value = !refused || refused.code === "no_answer" ? "away" : lost.value ? "lost" : "gone";
  }
  setTimeout(() => void look(), EVERY);
}

function NumberCard({ of }: { of: TicketView }) {
  const now = phase(of.state);
  const title = `${of.number} ${t(now)}`;
  useEffect(() => void (document.title = title), [title]); // a phone's list of open pages tells it too
  return (
    <section class={`card ${now}`}>
      <h1>
        <span class="label">{t("yourNumber")}</span>
        <span class="number">{of.number}</span>
      </h1>
      <p class="service">{tx(of.service)}</p>
      <p class="state" role="status">
        <Icon name={now === "called" ? "bell" : now === "over" ? "check" : "clock"} /> {t(now)}
        {now === "called" && of.counter_name && <strong>{t("goTo", { counter: tx(of.counter_name) })}</strong>}
      </p>
    </section>
  );
}

const Facts = ({ of }: { of: TicketView }) => (
  <dl class="card">
    <div>
      <dt>{t("ahead")}</dt>
      <dd>{of.ahead ? t("people", { count: of.ahead }) : t("nobody")}</dd>
    </div>
    <div>
      <dt>{t("wait")}</dt>
      <dd><Wait wait={of.wait} /></dd>
    </div>
    <div>
      <dt>{t("zone")}</dt>
      <dd>{tx(of.zone)}</dd>
    </div>
    {of.materials.length > 0 && (
      <div>
        <dt>{t("materials")}</dt>
        <dd>{of.materials.map((m) => <span key={m.zh}>{tx(m)}</span>)}</dd>
      </div>
    )}
  </dl>
);

function Phone() {
  const of = ticket.value;
  return (
    <div class="phone">
      <header>
        <strong>{of ? tx(of.hall) : t("title")}</strong>
        <Button icon="language" onClick={switchLanguage}>{t("language")}</Button>
      </header>
      <main>
        {of && trouble.value !== "gone" && !lost.value ? (
          <>
            <NumberCard of={of} />
            {phase(of.state) === "waiting" && <Facts of={of} />}
          </>
        ) : (
          <h1 class="card none">{lost.value ? tx(lost.value) : trouble.value === "gone" ? t("gone") : t("looking")}</h1>
        )}
        <p class="faint" role="status">
          {trouble.value === "away" ? t("away") : of ? t("fresh", { time: clockText(heardAt.value) }) : ""}
        </p>
        {of && phase(of.state) === "waiting" && <p class="faint">{t("shake")}</p>}
      </main>
    </div>
  );
}

addEventListener("hashchange", () => location.reload());
startInOwn();
void look();
render(<Phone />, document.getElementById("app")!);
