// The hall's own page for a time of one's own: business, day, time, code; seen again and given up by its code.
import { signal } from "@preact/signals";
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Appointment, whenText } from "@web/booking/appointment.tsx";
import { Times, type Wish } from "@web/booking/times.tsx";
import { newName } from "@web/dialogue/asks.ts";
import { phoneWord } from "@web/dialogue/phone_word.ts";
import { get, post } from "@web/dialogue/post.ts";
import { noAnswer, Refusal } from "@web/dialogue/refusal.ts";
import { Language } from "@web/drawing/language.tsx";
import { Button, Icon } from "@web/drawing/parts.tsx";
import { codeOf, LENGTH } from "@web/hall/code.ts";
import { lang, startInOwn, texts, tx } from "@web/language/i18n.ts";
import type { AppointmentView, PublicBooking, Text } from "@web/wire.ts";
import "./booking.css";
import { t } from "./booking/texts.ts";

const AGAIN = 5_000; // ms until a page without an answer asks once more
const FRESH = 60_000; // others book, too

const hall = signal<PublicBooking | null>(null);
const mine = signal<AppointmentView | null>(null);
const day = signal("");
/** Said where it was asked: nobody looks for it at the other end of a long page. */
type Place = "page" | "book" | "mine" | "code";
const problem = signal<{ at: Place; words: Text | string } | null>(null);
const away = signal(false);
const code = signal(codeOf(location.hash));

const refusalOf = (no: unknown): Refusal => (no instanceof Refusal ? no : noAnswer());

/** One thing at a time, and what the hall says to it in words. */
async function trying<T>(at: Place, what: () => Promise<T>): Promise<T | null> {
  problem.value = null; // the same said again is heard again
  try {
    const answer = await what();
    away.value = false;
    return answer;
  } catch (no) {
    const { code: why, text } = refusalOf(no);
    away.value = why === "no_answer";
    problem.value = { at, words: why === "not_found" ? t("unknown") : text };
    return null;
  }
}

async function look(): Promise<void> {
  const query = { day: day.value || null };
  try {
    hall.value = await get("/api/booking", { query });
    if (code.value) mine.value = await get("/api/booking/{code}", { path: { code: code.value } });
    away.value = false;
  } catch (no) {
    const { code: why } = refusalOf(no);
    away.value = why === "no_answer";
    if (why === "not_found") problem.value = { at: "page", words: t("unknown") };
  }
}

async function keepLooking(): Promise<void> {
  await look();
  setTimeout(() => void keepLooking(), away.value ? AGAIN : FRESH);
}

/** The code stays in the address: who opens it again finds it, and a phone keeps its pages. */
function show(appointment: AppointmentView): void {
  mine.value = appointment;
  code.value = appointment.code;
  history.replaceState(null, "", `#code=${appointment.code}`);
  scrollTo(0, 0);
}

function another(): void {
  mine.value = null;
  problem.value = null;
  code.value = "";
  history.replaceState(null, "", location.pathname);
  void look();
}

function Problem({ at }: { at: Place }) {
  const box = useRef<HTMLParagraphElement>(null);
  const words = problem.value?.at === at ? problem.value.words : null;
  useEffect(() => box.current?.scrollIntoView?.({ block: "center" }), [words]);
  return words && <p ref={box} class={`problem${at === "page" ? " card" : ""}`} role="alert"><Icon name="alert" /> {texts(words)}</p>;
}

let asked = { wish: "", name: "" }; // the same wish said twice is one appointment

function Choosing() {
  const [wish, choose] = useState<Wish>({ service: "", slot: "" });
  const [busy, setBusy] = useState(false);
  const bookable = hall.value?.bookable;
  if (!hall.value) return <section class="card none"><h1>{t("looking")}</h1></section>;
  if (!bookable) return <section class="card none"><h1>{t("byStaff")}</h1><p>{t("byStaffHelp")}</p></section>;
  const book = async () => {
    const said = `${wish.service} ${wish.slot}`;
    if (asked.wish !== said) asked = { wish: said, name: newName() };
    setBusy(true);
    const made = await trying("book", () => post("/api/booking", { body: { id: asked.name, phone: phoneWord(), ...wish } }));
    setBusy(false);
    if (!made) return void look(); // somebody else may have had the last one
    asked = { wish: "", name: "" };
    show(made);
  };
  const turnTo = (to: string) => {
    day.value = to;
    choose({ ...wish, slot: "" });
    void look();
  };
  return (
    <section class="card">
      <h1>{t("title")}</h1>
      <Times bookable={bookable} wish={wish} choose={choose} onDay={turnTo} />
      <Problem at="book" />
      {bookable.services.length > 0 && <Button big kind="primary" class="go" disabled={!wish.slot || busy} aria-busy={busy} onClick={() => void book()}>{wish.slot ? t("book", { when: whenText(wish.slot) }) : t("bookNone")}</Button>}
      <p class="faint">{t("nothingPersonal")}</p>
    </section>
  );
}

const STATES = { booked: "check", checked_in: "ticket", cancelled: "close", missed: "clock" } as const;

function Mine({ of }: { of: AppointmentView }) {
  const [sure, setSure] = useState(false);
  const state = of.standing as keyof typeof STATES;
  const giveUp = async () => {
    setSure(false);
    const gone = await trying("mine", () => post("/api/booking/{code}/cancel", { path: { code: of.code } }));
    if (gone) mine.value = gone;
  };
  return (
    <section class={`card mine ${state}`}>
      <p class="state" role="status"><Icon name={STATES[state]} /> {t(state, { number: of.number })}</p>
      {state === "booked" ? <><p class="keep">{t("keep")}</p><Appointment of={of} heads /></> : <h1>{tx(of.service)} <b>{whenText(of.slot)}</b></h1>}
      <Problem at="mine" />
      {of.may_cancel && !sure && <Button big onClick={() => setSure(true)}>{t("cancel")}</Button>}
      {of.may_cancel && sure && (
        <div class="sure" role="alert">
          <p>{t("cancelSure")}</p>
          <Button big kind="danger" onClick={() => void giveUp()}>{t("cancelYes")}</Button>
          <Button big onClick={() => setSure(false)}>{t("cancelNo")}</Button>
        </div>
      )}
      {hall.value?.bookable && <Button big kind={of.may_cancel ? "quiet" : "primary"} onClick={another}>{t("another")}</Button>}
    </section>
  );
}

function OwnCode() {
  const [typed, type] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = await trying("code", () => get("/api/booking/{code}", { path: { code: codeOf(typed) } }));
    if (found) show(found);
  };
  return (
    <form class="card own-code" onSubmit={(event) => void submit(event)}>
      <label>
        {t("haveCode")}
        <input type="text" autocomplete="off" autocapitalize="characters" maxLength={40} value={typed} onInput={(event) => type(event.currentTarget.value)} />
      </label>
      <Problem at="code" />
      <Button big type="submit" disabled={codeOf(typed).length !== LENGTH}>{t("find")}</Button>
    </form>
  );
}

function Page() {
  const name = mine.value?.hall ?? hall.value?.hall;
  const phone = mine.value?.phone ?? hall.value?.phone ?? "";
  return (
    <div class="phone" lang={lang.value === "zh" ? "zh-CN" : "en"}>
      <header>
        <strong>{name ? tx(name) : t("title")}</strong>
        <Language kind="secondary" />
      </header>
      <main>
        <Problem at="page" />
        {mine.value ? <Mine of={mine.value} /> : <Choosing />}
        {!mine.value && <OwnCode />}
        {phone && <p class="hall-phone"><a href={`tel:${phone.replace(/[^\d+]/g, "")}`}><Icon name="phone" /> {t("call", { phone })}</a></p>}
        <p class="faint" role="status">{away.value ? t("away") : ""}</p>
      </main>
    </div>
  );
}

addEventListener("hashchange", () => location.reload());
startInOwn();
void keepLooking();
render(<Page />, document.getElementById("app")!);
