// Booking by staff: a time for a customer at the desk or on the phone, and who is expected that day.
import { useEffect, useState } from "preact/hooks";
import { printAlone } from "../catalogue/paper.tsx";
import { get } from "../dialogue/post.ts";
import type { DoneOf } from "../dialogue/protocol.ts";
import { noAnswer, Refusal } from "../dialogue/refusal.ts";
import { Button, Dialog, notify } from "../drawing/parts.tsx";
import { tx } from "../language/i18n.ts";
import type { AppointmentsOfDay, AppointmentView, BookAppointment, CancelAppointment, CheckIn, Text } from "../wire.ts";
import { keepPrinter, printerAtHand } from "../notice/lacking.ts";
import { PrinterAtHand } from "../notice/printer.tsx";
import { Appointment } from "./appointment.tsx";
import { ExpectedToday } from "./expected.tsx";
import { t } from "./texts.ts";
import { Times, type Wish } from "./times.tsx";

export type BookingAsk = <C extends BookAppointment | CancelAppointment | CheckIn>(command: C) => Promise<DoneOf<C> | null>;

interface Props {
  token: string;
  /** The business that is chosen at once; "" for none. */
  service?: string;
  /** Where a booking and a checked-in number come out; "" for no paper. Without it, it is asked here. */
  printer?: string;
  /** Null where it was not done; whoever is asked has said why. */
  ask: BookingAsk;
}

const AGAIN = 15_000; // ms: others book, too, and customers check in at the kiosk

export const BookDialog = ({ onClose, ...rest }: Props & { onClose: () => void }) => (
  <Dialog title={t("book_title")} onClose={onClose} wide>
    <BookHere {...rest} />
    <div class="foot"><Button big onClick={onClose}>{t("close")}</Button></div>
  </Dialog>
);

export function BookHere({ token, service = "", printer: given, ask }: Props) {
  const [day, setDay] = useState("");
  const [wish, choose] = useState<Wish>({ service, slot: "" });
  const [shown, show] = useState<AppointmentsOfDay | null>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  const [made, setMade] = useState<AppointmentView | null>(null);
  const [busy, setBusy] = useState(false);
  const [chosen, choosePrinter] = useState<string | null>(null);
  const printers = shown?.printers ?? [];
  const printer = given ?? chosen ?? printerAtHand(printers);
  const keep = (id: string) => {
    choosePrinter(id);
    keepPrinter(id);
  };

  const read = async () => {
    try {
      show(await get("/api/appointments", { query: { day: day || null }, token }));
      setProblem(null);
    } catch (no) {
      setProblem((no instanceof Refusal ? no : noAnswer()).text);
    }
  };
  useEffect(() => {
    void read();
    const again = setInterval(() => void read(), AGAIN);
    return () => clearInterval(again);
  }, [day]);

  const book = async () => {
    setBusy(true);
    const done = await ask({ type: "book_appointment", ...wish, printer });
    setBusy(false);
    if (done) setMade(done.result.appointment);
    await read(); // somebody else may have had the last one
  };
  const checkIn = async (code: string) => {
    const done = await ask({ type: "check_in", code, printer });
    if (done) notify(t("checked_in", { number: done.result.ticket.number }), "good");
    await read();
    return done !== null;
  };
  const cancel = async (code: string) => {
    if (await ask({ type: "cancel_appointment", code })) notify(t("gone"), "good");
    await read();
  };
  const another = () => {
    setMade(null);
    choose({ service: wish.service, slot: "" });
  };
  const turnTo = (to: string) => {
    setDay(to);
    choose({ ...wish, slot: "" });
  };

  return (
    <div class="booking">
      <section aria-label={t("book_title")}>
        {problem && <p role="alert" class="problem">{tx(problem)}</p>}
        {!shown && !problem && <p class="calm" role="status">{t("looking")}</p>}
        {made ? (
          <div class="made" role="status">
            <p class="faint">{t("booked")} · {t("keep")}</p>
            <Appointment of={made} />
            <div class="foot">
              <Button big icon="printer" onClick={() => void printAlone(<Appointment of={made} />)}>{t("print")}</Button>
              <Button big kind="primary" onClick={another}>{t("another")}</Button>
            </div>
          </div>
        ) : (
          shown && (
            <>
              <Times bookable={shown.bookable} wish={wish} choose={choose} onDay={turnTo} />
              {given === undefined && printers.length > 0 && shown.bookable.services.length > 0 && <PrinterAtHand printers={printers} printer={printer} choose={keep} />}
              {shown.bookable.services.length > 0 && <Button big kind="primary" class="go" disabled={!wish.slot || busy} aria-busy={busy} onClick={() => void book()}>{t("book")}</Button>}
            </>
          )
        )}
      </section>
      {shown && <ExpectedToday expected={shown.expected} checkIn={checkIn} cancel={cancel} />}
    </div>
  );
}
