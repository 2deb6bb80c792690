// The hall before one leaves home: open or not, who waits for what, when one waits least, what to bring. Plain polling.
import { signal } from "@preact/signals";
import { render } from "preact";
import { catalogue, renewCatalogue, search } from "@web/catalogue/catalogue.ts";
import { get } from "@web/dialogue/post.ts";
import { Refusal } from "@web/dialogue/refusal.ts";
import { Language } from "@web/drawing/language.tsx";
import { Button, Icon } from "@web/drawing/parts.tsx";
import { lang, startInOwn, tx } from "@web/language/i18n.ts";
import { clockText } from "@web/time/clock.ts";
import { dayWords, hoursWords, spanWords } from "@web/time/hours.ts";
import type { HallNow, QuietWeek, TicketView } from "@web/wire.ts";
import "./hall.css";
import { BusinessNow } from "./hall/business.tsx";
import { Quiet } from "./hall/quiet.tsx";
import { taken } from "./hall/take.ts";
import { MyNumber } from "./hall/take.tsx";
import { t } from "./hall/texts.ts";

const EVERY = 20_000; // it is looked at for a minute; who waits has a page of their own
const AGAIN = 5_000;

const now = signal<HallNow | null>(null);
const week = signal<QuietWeek | null>(null);
const mine = signal<TicketView | null>(null); // the number this phone has taken
const trouble = signal<"" | "none" | "away">("");

async function look(): Promise<void> {
  try {
    const hall = await get("/api/hall/now");
    now.value = hall;
    mine.value = await taken();
    trouble.value = "";
  } catch (problem) {
    trouble.value = problem instanceof Refusal && problem.code === "no_hall" ? "none" : "away";
  }
  setTimeout(() => void look(), trouble.value ? AGAIN : EVERY);
}

async function lookBack(): Promise<void> {
  try {
    week.value = await get("/api/quiet");
  } catch {
    setTimeout(() => void lookBack(), EVERY); // all else of the page is there without it
  }
}

/** A hall with few shows them all at a glance. */
const MANY = 6;
const wanted = signal("");

/** What is searched for, in what is written or how it is read; all while nothing is typed or nothing is known yet. */
function shown(of: HallNow): HallNow["businesses"] {
  if (!wanted.value.trim() || !catalogue.value) return of.businesses;
  const hits = search(catalogue.value.businesses, wanted.value).map(({ business }) => business.id);
  return hits.flatMap((id) => of.businesses.filter((one) => one.id === id));
}

const isOpen = ({ hours }: HallNow): boolean => hours.state === "open" || hours.state === "lunch";

function Doors({ of }: { of: HallNow }) {
  const { hours } = of;
  const words = hoursWords(hours);
  return (
    <section class={`card doors ${hours.state === "open" ? "open" : "shut"}`}>
      <h1>{tx(of.hall)}</h1>
      <p class="state" role="status">
        <Icon name={hours.state === "open" ? "check" : "clock"} /> {words ? tx(words.title) : t("open")}
        <small>{words ? tx(words.help) : hours.opens ? t("hours", { opens: hours.opens, closes: hours.closes }) : t("allDay")}</small>
      </p>
      {of.posted.map((text) => <p key={text.zh} class="posted">{tx(text)}</p>)}
      {of.booking && <a class="button primary big" href="/booking/"><Icon name="clock" /> <span>{t("book")}</span></a>}
    </section>
  );
}

const Businesses = ({ of }: { of: HallNow }) => (
  <section class="card businesses">
    <h2>{t(isOpen(of) ? "waitsNow" : "businesses")}</h2>
    <p class="faint">{t(isOpen(of) ? (of.remote && !mine.value ? "tapTakes" : "tapWaits") : "tap")}</p>
    {of.businesses.length >= MANY && catalogue.value && <input type="search" class="wanted" maxLength={40} autocomplete="off" aria-label={t("search")} placeholder={t("search")} value={wanted.value} onInput={(event) => (wanted.value = event.currentTarget.value)} />}
    {shown(of).length === 0 && <p role="status">{t("notFound", { words: wanted.value.trim() })}</p>}
    {shown(of).map((one) => (
      <BusinessNow key={one.id} of={one} open={isOpen(of)} remote={mine.value || of.hours.state !== "open" ? null : of.remote} written={catalogue.value?.businesses.find(({ id }) => id === one.id)} />
    ))}
  </section>
);

const Week = ({ of }: { of: HallNow }) => (
  <section class="card week">
    <h2>{t("week")}</h2>
    <dl>
      {of.days.map((day) => (
        <div key={day.day} class={day.opens ? "" : "shut"}>
          <dt>{tx(dayWords(day.day))}</dt>
          <dd>{day.opens ? tx(spanWords(day)) : t("shut")}{tx(day.name) && <small>{tx(day.name)}</small>}</dd>
        </div>
      ))}
    </dl>
  </section>
);

function Page() {
  const of = now.value;
  return (
    <div class="phone" lang={lang.value === "zh" ? "zh-CN" : "en"}>
      <header>
        <strong>{t("title")}</strong>
        <Language kind="secondary" />
      </header>
      <main>
        {of ? (
          <>
            {mine.value && <MyNumber of={mine.value} />}
            <Doors of={of} />
            <Businesses of={of} />
            {week.value && <Quiet of={week.value} />}
            <Week of={of} />
            {of.phone && <p class="hall-phone"><a href={`tel:${of.phone.replace(/[^\d+]/g, "")}`}><Icon name="phone" /> {t("call", { phone: of.phone })}</a></p>}
          </>
        ) : (
          <section class="card none"><h1>{t(trouble.value === "none" ? "none" : "looking")}</h1></section>
        )}
        <p class="faint" role="status">
          {trouble.value === "away" && t("away")} {of && t(trouble.value ? "asOf" : "fresh", { time: clockText(Date.parse(of.at)) })}
        </p>
      </main>
    </div>
  );
}

startInOwn();
void look();
void lookBack();
void renewCatalogue();
render(<Page />, document.getElementById("app")!);
