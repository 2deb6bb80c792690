// The number: very large, with everything the customer needs to know while waiting.
import { addressOf } from "@web/dialogue/addresses.ts";
import { clockText } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import { Icon, Wait, Button } from "@web/drawing/parts.tsx";
import type { KioskView, TicketView } from "@web/wire.ts";
import { elder } from "../comfort/comfort.ts";
import { paperOf, type Paper } from "./result.ts";
import { t } from "../texts.ts";
import { spoken } from "../control_words.ts";
import { useCountdown } from "../countdown.ts";
import { reset } from "../flow.ts";
import type { Given } from "../alone/offline.ts";

const SECONDS = { usual: 12, elder: 25, fault: 20 };
const SAY = { printing: "printing", printed: "printed", sent: "sent", fault: "fault", none: "noPaper" } as const;

const secondsFor = (paper: Paper): number =>
  elder.value ? SECONDS.elder : paper !== "printing" && paper !== "printed" ? SECONDS.fault : SECONDS.usual;

export function Result({ view, ticket }: { view: KioskView; ticket: TicketView }) {
  const paper = paperOf(view, ticket.ticket);
  return (
    <section class={`result ${paper}`}>
      <div class="main" data-fit>
        <h1>
          <span class="label">{t("yourNumber")}</span>
          <span class="number">{ticket.number}</span>
        </h1>
        <p class="service">{tx(ticket.service)}</p>
        <p class={`slip ${paper}`} role="status" aria-label={t("status")}>
          <Icon name={paper === "fault" ? "alert" : "printer"} /> {paper === "elsewhere" ? t("elsewhere", { place: tx(view.slip?.elsewhere ?? { zh: "", en: "" }) }) : t(SAY[paper])}
          {paper === "sent" && <small data-gives={1}>{t("sentHelp")}</small>}
          {paper === "fault" && <small data-gives={1}>{t("faultHelp")}</small>}
        </p>
      </div>
      <Facts ticket={ticket} />
      <figure>
        <img src={addressOf("/api/qr/{token}.svg", { path: { token: ticket.token } })} alt={t("scan")} />
        <figcaption>
          {t("scan")}
          <small>{t("scanHelp")}</small>
        </figcaption>
      </figure>
      <ResultFoot seconds={secondsFor(paper)} held={paper === "printing"} />
    </section>
  );
}

const Facts = ({ ticket }: { ticket: TicketView }) => (
  <dl data-fit>
    {ticket.booked_for && (
      <div class="booked">
        <dt>{t("booked")}</dt>
        <dd>{clockText(Date.parse(ticket.booked_for))}</dd>
      </div>
    )}
    <div class="ahead">
      <dt class="hidden">{t("waitsNow")}</dt>
      <dd>{ticket.ahead ? t("ahead", { count: ticket.ahead }) : t("aheadNone")}</dd>
    </div>
    <div>
      <dt>{t("wait")}</dt>
      <dd><Wait wait={ticket.wait} /></dd>
    </div>
    <div>
      <dt>{t("zone")}</dt>
      <dd>{tx(ticket.zone)}</dd>
    </div>
    <div>
      <dt>{t("materials")}</dt>
      <dd class="materials">
        {ticket.materials.length ? ticket.materials.map((m) => <span key={m.zh}>{tx(m)}</span>) : t("noMaterials")}
      </dd>
    </div>
  </dl>
);

// Below a number: stay longer, how long it stands, done.
/** `held`: the time does not run yet. */
export function ResultFoot({ seconds, held = false }: { seconds: number; held?: boolean }) {
  const [left, stay] = useCountdown(seconds, held, reset);
  return (
    <div class="foot">
      <Button {...spoken("stay")} icon="clock" onClick={stay}>{t("stay")}</Button>
      <p class="faint">{t("leaving", { seconds: left })}</p>
      <Button {...spoken("finish")} kind="primary" icon="check" onClick={reset}>{t("finish")}</Button>
    </div>
  );
}

// A number given without the server: large, with what becomes of it.
const OFFLINE_RESULT_SECONDS = { usual: 20, elder: 30 }; // there is no paper to read it from afterwards

export function OfflineResult({ given }: { given: Given }) {
  return (
    <section class="result offline">
      <div class="main" data-fit>
        <h1>
          <span class="label">{t("yourOffline")}</span>
          <span class="number">{given.number}</span>
        </h1>
        <p class="service">{tx(given.title)}</p>
        <p class="slip fault" role="status"><Icon name="alert" /> {t("offlineRemember")}{given.instead_of && <small data-gives={1}>{t("offlinePaper")}</small>}</p>
      </div>
      <dl data-fit>
        <div><dd>{t("offlineLater")}</dd></div>
      </dl>
      <ResultFoot seconds={elder.value ? OFFLINE_RESULT_SECONDS.elder : OFFLINE_RESULT_SECONDS.usual} />
    </section>
  );
}
