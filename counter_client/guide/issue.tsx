// A number for somebody the kiosk is too much for, and the way back for a missed one.
import { useState } from "preact/hooks";
import { addressOf } from "@web/dialogue/addresses.ts";
import { minutesText, now } from "@web/time/clock.ts";
import { chineseAlone, tx } from "@web/language/i18n.ts";
import { Button, waitText } from "@web/drawing/parts.tsx";
import type { GuideView, TicketView } from "@web/wire.ts";
import { ComeBack } from "./come_back.tsx";
import type { GuideDesk } from "./desk.ts";
import { t } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  view: GuideView;
}

const REASONS = ["ordinary", "elderly", "pregnant", "disabled", "infant", "ill", "serviceman", "return_pass"] as const;

const KEPT = "hallqueue.guide.printer";
export const NONE = "none";
export const keptPrinter = (): string => localStorage.getItem(KEPT) ?? "";

/** The one used last, unless it is out of order: then the first that prints, else no paper at all. */
export function usualPrinter(printers: GuideView["printers"], kept: string): string {
  if (kept === NONE) return NONE;
  const prints = printers.filter(({ down }) => !down);
  return (prints.find(({ id }) => id === kept) ?? prints[0])?.id ?? NONE;
}

interface Given {
  ticket: TicketView;
  printer: string;
}

const waitWords = ({ wait }: TicketView): string => (wait.state === "minutes" ? waitText(wait) : t(wait.state === "soon" ? "soon" : "unknown"));

const Issued = ({ given: { ticket, printer }, again }: { given: Given; again: () => void }) => (
  <div class="issued" role="status">
    <p>{t("issued")}</p>
    <p class="number">{ticket.number}</p>
    <p>
      {tx(ticket.service)} · {t("ahead", { n: ticket.ahead })} · {t("issued_wait", { wait: waitWords(ticket) })}
    </p>
    {printer && <p>{t("slip_at", { printer })}</p>}
    <figure>
      <img src={addressOf("/api/qr/{token}.svg", { path: { token: ticket.token } })} alt="" width="200" height="200" />
      <figcaption class="faint">{t("scan")}</figcaption>
    </figure>
    <Button big kind="primary" class="go" onClick={again}>{t("another")}</Button>
  </div>
);

function Ask({ desk, view, onIssued }: Props & { onIssued: (given: Given) => void }) {
  const [service, setService] = useState("");
  const [language, setLanguage] = useState("zh");
  const [segment, setSegment] = useState("");
  const [person, setPerson] = useState("");
  const [reason, setReason] = useState<string>("ordinary");
  const [chosen, choose] = useState(keptPrinter());
  const printer = usualPrinter(view.printers, chosen);
  const printerName = ({ name, down }: GuideView["printers"][number]) => (down ? t("printer_down", { name: tx(name) }) : tx(name));
  const keep = (id: string) => {
    localStorage.setItem(KEPT, id);
    choose(id);
  };
  const issue = async () => {
    const ordinary = reason === "ordinary";
    const priority = ordinary ? ("ordinary" as const) : ("priority" as const);
    const asked = { service, channel: "guide_tablet", language, priority, priority_reason: ordinary ? "" : reason, ...(segment ? { segment } : {}), ...(person.trim() ? { person: person.trim() } : {}), printer: printer === NONE ? "" : printer };
    const done = await desk.ask({ type: "issue_ticket", ...asked }, t("issue"), service);
    const ticket = done?.result.ticket;
    const at = view.printers.find(({ id }) => id === printer);
    if (ticket && "ahead" in ticket) onIssued({ ticket, printer: at ? tx(at.name) : "" }); // else its day is over
  };
  const busy = desk.open.value.some((errand) => errand.kind === "issue_ticket");
  return (
    <>
      <Pick label={t("issue_service")} value={service} choose={setService} wide options={view.services.map((s) => [s.id, tx(s.name)])} />
      <Pick label={t("issue_priority")} value={reason} choose={setReason} options={REASONS.map((r) => [r, t(r)])} />
      {view.segments.length > 0 && <Pick label={t("issue_segment")} value={segment} choose={setSegment} options={[["", t("no_segment")], ...view.segments.map((s) => [s.id, tx(s.name)] as const)]} />}
      {view.asks_person && <label class="words">{t("issue_person")}<input type="tel" inputMode="tel" maxLength={40} autocomplete="off" value={person} onInput={(event) => setPerson(event.currentTarget.value)} /></label>}
      {!chineseAlone.value && <Pick label={t("issue_language")} value={language} choose={setLanguage} options={[["zh", t("chinese")], ["en", t("english")]]} />}
      {view.printers.length > 0 && <Pick label={t("printer")} value={printer} choose={keep} options={[...view.printers.map((p) => [p.id, printerName(p)] as const), [NONE, t("no_paper")]]} />}
      <Button big kind="primary" class="go" disabled={!service || busy} aria-busy={busy} onClick={() => void issue()}>
        {t("issue")}
      </Button>
    </>
  );
}

const Missed = ({ desk, view }: Props) => (
  <section class="panel" aria-label={t("missed_title")}>
    <h2>{t("missed_title")}</h2>
    {!view.missed.length && <p class="faint">{t("missed_none")}</p>}
    <ul>
      {view.missed.map(({ id, number, since }) => (
        <li key={id}>
          <b class="number">{number}</b>
          <span class="faint">{t("missed_since", { n: minutesText(now.value - Date.parse(since)) })}</span>
          <Button aria-label={t("restore_one", { number })} onClick={() => void desk.ask({ type: "requeue_ticket", ticket: id }, t("restore"), id)}>
            {t("restore")}
          </Button>
        </li>
      ))}
    </ul>
  </section>
);

export function Issue(props: Props) {
  const [given, show] = useState<Given | null>(null);
  const { printers } = props.view;
  const printer = usualPrinter(printers, keptPrinter());
  const at = printers.find(({ id }) => id === printer);
  return (
    <div class="issue">
      <section class="panel" aria-label={t("issue_title")}>
        <h2>{t("issue_title")}</h2>
        {given ? <Issued given={given} again={() => show(null)} /> : <Ask {...props} onIssued={show} />}
      </section>
      <div class="beside">
        <ComeBack
          desk={props.desk}
          printer={at?.id ?? ""}
          onIssued={({ result: { ticket } }) => "ahead" in ticket && show({ ticket, printer: at ? tx(at.name) : "" })}
        />
        <Missed {...props} />
      </div>
    </div>
  );
}

// One choice out of a few, each big enough for a thumb.
interface PickProps {
  label: string;
  value: string;
  options: readonly (readonly [id: string, name: string])[];
  wide?: boolean;
  choose: (id: string) => void;
}

export const Pick = ({ label, value, options, wide, choose }: PickProps) => (
  <fieldset class={wide ? "pick wide" : "pick"}>
    <legend>{label}</legend>
    <div>
      {options.map(([id, name]) => (
        <label key={id} class={id === value ? "chosen" : ""}>
          <input type="radio" name={label} checked={id === value} onChange={() => choose(id)} />
          <span>{name}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
