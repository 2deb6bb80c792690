// "I am A17, was I called?": a number typed, where it stands, and everything that can be done about it.
import { useEffect, useRef, useState } from "preact/hooks";
import { clockText, mmss, now } from "../time/clock.ts";
import { slipStates } from "../language/code_words.ts";
import { Life } from "../events/events.tsx";
import { tx } from "../language/i18n.ts";
import { Marks } from "../hall/marks.tsx";
import { t as notice } from "../notice/texts.ts";
import { TakeHome } from "../notice/take_home.tsx";
import { Gifts } from "../hall/gifts.tsx";
import { Badge, Button, Dialog, notify, waitText, waitWhy } from "../drawing/parts.tsx";
import { get } from "../dialogue/post.ts";
import { noAnswer, Refusal } from "../dialogue/refusal.ts";
import type { Command, Deed, NumberFound, NumbersFound, Standing, Text } from "../wire.ts";
import { command, deeds, owes, qrOf, question, takenOn, whyNotBack, type Where } from "./find.ts";
import { PaperShown } from "./paper.tsx";
import { t } from "./texts.ts";
import "./find.css";

const AGAIN = 3_000; // ms

interface Props {
  token: string;
  /** Looked up at once; "" asks for it. */
  number: string;
  /** The counter one sits at, "" away from counters. */
  counter?: string;
  /** Who is next there. */
  next?: string;
  /** Null where it was not done; whoever is asked has said why. */
  ask: (command: Command) => Promise<unknown>;
  onClose: () => void;
}

export function FindNumber({ token, number, counter = "", next, ask, onClose }: Props) {
  const [typed, type] = useState(number);
  const [asked, setAsked] = useState(number);
  const [numbers, setNumbers] = useState<NumbersFound | null>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  const box = useRef<HTMLInputElement>(null);

  const look = async (what: string) => {
    if (!what.trim()) return box.current?.focus();
    setAsked(what.trim());
    setProblem(null);
    try {
      setNumbers(await get("/api/numbers", { query: { number: what }, token }));
    } catch (no) {
      setNumbers(null);
      setProblem((no instanceof Refusal ? no : noAnswer()).text);
    }
  };
  useEffect(() => void look(number), [number]);
  useEffect(() => {
    // Paper comes out and people are called while somebody looks; a hole in the Wi-Fi leaves what was known.
    const again = setInterval(() => asked && get("/api/numbers", { query: { number: asked }, token }).then(setNumbers, () => undefined), AGAIN);
    return () => clearInterval(again);
  }, [asked]);
  const submit = (event: Event) => {
    event.preventDefault();
    void look(typed);
  };
  const act = async (one: Standing, deed: Deed, chosen: string) => {
    if (!numbers || !(await ask(command(deed, one.id, chosen, numbers, { counter })))) return;
    notify(t("done", { number: one.number, what: t(deed) }), "good");
    await look(one.number);
  };
  return (
    <Dialog title={t("find")} onClose={onClose} wide>
      <form class="find-form" onSubmit={submit}>
        <label>
          {t("label")}
          <input ref={box} type="text" autocomplete="off" autocapitalize="characters" maxLength={80} value={typed} autofocus={!number} onInput={(event) => type(event.currentTarget.value)} />
        </label>
        <Button big kind="primary" type="submit">{t("go")}</Button>
        <Button big onClick={onClose}>{t("close")}</Button>
      </form>
      {problem && <p role="alert" class="problem">{tx(problem)}</p>}
      <div class="found" role="status">
        {numbers?.paper && <PaperShown paper={numbers.paper} printers={numbers.printers} ask={ask} />}
        {numbers?.tickets.length === 0 && !numbers.paper && <p class="calm">{t("nobody", { number: asked.toUpperCase() })}</p>}
        {numbers?.tickets.map((one) => <NumberShown key={one.standing.id} one={one} numbers={numbers} where={{ counter, next }} token={token} act={act} />)}
      </div>
    </Dialog>
  );
}

interface NumberProps {
  one: NumberFound;
  numbers: NumbersFound;
  where: Where;
  token: string;
  act: (one: Standing, deed: Deed, chosen: string) => Promise<void>;
}

function NumberShown({ one: { standing: one, page }, numbers, where, token, act }: NumberProps) {
  const [asks, ask] = useState<Deed | null>(null);
  const [open, show] = useState<"life" | "qr" | "home" | "">("");
  const press = (deed: Deed) => {
    show("");
    if (question(deed, one, numbers, where)) ask(deed);
    else void act(one, deed, "");
  };
  const choose = (deed: Deed, chosen: string) => {
    ask(null);
    void act(one, deed, chosen);
  };
  const asked = asks && question(asks, one, numbers, where);
  const qr = qrOf(page);
  return (
    <article class={`standing ${one.state}`}>
      <h3>
        <b class="number">{one.number}</b> <span class="state">{t(one.state as "waiting")}{!waits(one) && <small> {t("since", { time: clockText(Date.parse(one.since)) })}</small>}</span> <Marks of={one} prepared={one.steps.filter(({ done }) => done).length} /> {one.priority && <Badge tone="brand">{t("priority")}</Badge>} {tx(one.segment) && <Badge tone="brand">{tx(one.segment)}</Badge>}
      </h3>
      <Owed one={one} act={choose} />
      <Facts one={one} />
      {whyNotBack(one) && <p class="why-not">{whyNotBack(one)}</p>}
      {asks && asked ? (
        <fieldset class="asked">
          <legend>{asked.title}</legend>
          {asked.choices.map((choice) => <Button big key={choice.id} kind={choice.poor ? "secondary" : "primary"} onClick={() => choose(asks, choice.id)}>{choice.name}</Button>)}
          <Button big kind="quiet" onClick={() => ask(null)}>{t("back")}</Button>
        </fieldset>
      ) : (
        <p class="deeds">
          {deeds(one, numbers, where).map((deed) => <Button big key={deed} kind={deed === "cancel_ticket" ? "danger" : "secondary"} onClick={() => press(deed)}>{t(deed)}</Button>)}
          {one.notice && <Button big kind="quiet" aria-expanded={open === "home"} onClick={() => show(open === "home" ? "" : "home")}>{notice(one.notice.kind === "pass" ? "home_pass" : "home_notice")}</Button>}
          {qr && <Button big kind="quiet" aria-expanded={open === "qr"} onClick={() => show(open === "qr" ? "" : "qr")}>{t("show_qr")}</Button>}
          <Button big kind="quiet" aria-expanded={open === "life"} onClick={() => show(open === "life" ? "" : "life")}>{t("life")}</Button>
        </p>
      )}
      {open === "qr" && <figure class="qr"><img src={qr} alt={t("show_qr")} width="220" height="220" /><figcaption>{t("qr")}</figcaption></figure>}
      {open === "home" && one.notice && <TakeHome notice={one.notice} />}
      {open === "life" && <Life ticket={one.id} number={one.number} token={token} />}
    </article>
  );
}

const waits = ({ state }: Standing): boolean => ["waiting", "form_filling"].includes(state);

/** What is owed for the wait, as the console and the guide settle it: first the words, then the gift (R06, R07). */
function Owed({ one, act }: { one: Standing; act: (deed: Deed, chosen: string) => void }) {
  const step = owes(one);
  if (!one.remedy?.unsettled) return null;
  return (
    <section class="owed" aria-label={t("owed")}>
      <p><b>★ {t("owed")}</b></p>
      {step && tx(one.remedy.script) && <blockquote>“{tx(one.remedy.script)}”</blockquote>}
      {step === "say" && <Button big kind="primary" onClick={() => act("offer_remedy", "")}>{t("offer_remedy")}</Button>}
      {step === "give" && (
        <div class="settle">
          <Gifts gifts={one.remedy.gifts} give={(gift) => act("give_gift", gift)} />
          <Button big onClick={() => act("decline_gift", "")}>{t("decline_gift")}</Button>
        </div>
      )}
    </section>
  );
}

/** Ticks while the customer waits. */
function Facts({ one }: { one: Standing }) {
  const { call, slip } = one;
  const waited = waits(one) ? (now.value - Date.parse(one.clock_from)) / 1000 : one.waited_seconds;
  return (
    <ul class="facts">
      <li>
        {tx(one.service_name)}
        {one.issued_as && <small> ({t("issued_as", { service: tx(one.issued_as) })})</small>}
        {tx(one.queue_name) !== tx(one.service_name) && <> · {t("queue", { letter: one.number[0] ?? "", queue: tx(one.queue_name) })}</>} · {tx(one.zone_name)}
      </li>
      <li>
        {t("taken", { time: clockText(Date.parse(one.issued_at)) })}{takenOn(one) && <small> ({takenOn(one)})</small>} · {t("waited", { time: mmss(waited) })}
        {one.state === "waiting" && <> · {t("ahead", { n: one.ahead })} · {waitText(one.wait)}{waitWhy(one.wait) && <small> ({waitWhy(one.wait)})</small>}</>}
        {one.owner && <> · {t("owner", { staff: one.owner })}</>}
        {one.explained && <> · {t("explained")}</>}
        {one.only_counter && <> · {t("only", { counter: tx(one.only_counter) })}</>}
      </li>
      {one.owed.length > 0 && <li>{t("owed_papers", { papers: one.owed.map(tx).join(tx({ zh: "、", en: ", " })) })}</li>}
      {one.steps.length > 0 && <li>{one.steps.map(({ name, done }) => `${done ? "✓" : "○"} ${t(done ? "step_done" : "step_open", { name: tx(name) })}`).join(" · ")}</li>}
      {call && (
        <li>
          <b>{t("call_at", { time: clockText(Date.parse(call.at)), counter: tx(call.counter_name) })}</b>
          {call.staff && <> · {t("call_by", { staff: call.staff })}</>}
          {call.recalls > 0 && <> · {t("recalled", { n: call.recalls })}</>}
          {tx(call.reason) && <small> · {tx(call.reason)}</small>}
        </li>
      )}
      <li>
        {slip ? t("slip", { state: tx(slipStates[slip.state] ?? { zh: "", en: "" }) }) : t("no_slip")}
        {slip && <small> · {t("slip_by", { printer: tx(slip.printer_name), time: clockText(Date.parse(slip.at)) })}</small>}
        {slip && slip.reprints > 0 && <> · {t("reprints", { n: slip.reprints })}</>}
      </li>
    </ul>
  );
}
