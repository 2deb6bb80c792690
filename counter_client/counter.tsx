// The clerk's console: one screen, keyboard first.
import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { BookDialog, type BookingAsk } from "@web/booking/book.tsx";
import { renewCatalogue } from "@web/catalogue/catalogue.ts";
import { LookUp } from "@web/catalogue/look_up.tsx";
import { FindNumber } from "@web/find/find.tsx";
import { HandOverDialog, type HandoverAsk } from "@web/handover/handover.tsx";
import { tx } from "@web/language/i18n.ts";
import { NoticeSheet } from "@web/notice/notice.tsx";
import { TakeHomeSheet } from "@web/notice/take_home.tsx";
import { mount, type BodyProps } from "@web/page/mount.tsx";
import { idle } from "@web/dialogue/reload.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import type { CounterView } from "@web/wire.ts";
import "./counter.css";
import { covered, makeDesk, type Desk } from "./counter/desk/desk.ts";
import { listen } from "./counter/deck/keyboard.ts";
import { locked, watchIdle } from "./counter/desk/lock.ts";
import { possible, unsettled } from "./counter/keys/moments.ts";
import { Missed, Parked, NextThree, Queues, Waiting } from "./counter/lists/lists.tsx";
import { Deck } from "./counter/deck/deck.tsx";
import { Header } from "./counter/frame/header.tsx";
import { Lock } from "./counter/frame/lock.tsx";
import { Remedy } from "./counter/customer/remedy.tsx";
import type { Meant } from "./counter/desk/sheet.ts";
import { SheetDialog } from "./counter/sheets/sheet.tsx";
import { Stage } from "./counter/customer/stage.tsx";
import { t } from "./counter/texts.ts";

/** A sheet whose moment has passed goes away; a page in use is not renewed under the clerk's hands. */
const follow = (desk: Desk) =>
  effect(() => {
    const view = desk.view.value;
    const sheet = desk.sheet.value;
    idle.value = !covered(desk) && !view?.ticket;
    if (view) document.title = t("console", { name: tx(view.name) });
    for (const about of [desk.noticing, desk.handing]) if (view?.ticket?.id !== about.value) about.value = "";
    if (view && sheet && !possible(sheet.action, view)) desk.sheet.value = null;
  });

function Console({ live, place }: BodyProps<CounterView>) {
  const desk = useMemo(() => makeDesk(live, place), [live, place]);
  const shut = locked.value;
  useEffect(() => follow(desk), [desk]);
  useEffect(() => void renewCatalogue(), []); // so that it is here when the line is not
  useEffect(() => watchIdle(live, place), [live, place]);
  useEffect(() => (shut ? undefined : listen(desk)), [desk, shut]);

  const view = live.view.value;
  const actor = live.actor.value;
  if (!view) return <main class="gate"><h1>{t("loading")}</h1></main>;
  if (shut && actor) return <Lock view={view} actor={actor} />;
  const both = { desk, view };
  return (
    <div class={unsettled(view.ticket) ? "console owed" : "console"}>
      <Header {...both} actor={actor} />
      <Remedy {...both} />
      <Stage {...both} />
      <Deck {...both} role={actor?.role ?? ""} />
      <aside class="lists" aria-label={t("lists")}>
        <NextThree {...both} />
        <Queues {...both} />
        <Parked {...both} />
        <Missed {...both} />
        <Waiting {...both} />
      </aside>
      {desk.finding.value && <FindNumber token={tokenOf("counter", place)} number="" counter={place} next={view.next[0]?.id} ask={(command) => desk.ask(command as Meant)} onClose={() => (desk.finding.value = false)} />}
      {desk.lookingUp.value && <LookUp service={view.ticket?.service ?? ""} of={view.ticket ? { ticket: view.ticket.id, segment: view.ticket.segment_name, papers: view.ticket.segment ? view.ticket.materials : [] } : undefined} onClose={() => (desk.lookingUp.value = false)} book={(service) => { desk.lookingUp.value = false; desk.booking.value = service; }} />}
      {desk.booking.value && <BookDialog token={tokenOf("counter", place)} service={desk.booking.value} ask={desk.ask as BookingAsk} onClose={() => (desk.booking.value = "")} />}
      {view.ticket && desk.handing.value === view.ticket.id && <HandOverDialog token={tokenOf("counter", place)} ticket={view.ticket} ask={desk.ask as HandoverAsk} onClose={() => (desk.handing.value = "")} />}
      {view.ticket && desk.noticing.value === view.ticket.id && (
        <NoticeSheet ticket={view.ticket.id} number={view.ticket.number} service={view.ticket.service} served={view.ticket.state === "serving"} printers={view.printers} papers={view.ticket.segment ? view.ticket.materials : []} ask={(command) => desk.ask(command as Meant)} onClose={() => (desk.noticing.value = "")} />
      )}
      {desk.given.value && <TakeHomeSheet given={desk.given.value} printers={view.printers} print={(printer) => desk.ask({ type: "reprint_slip", ticket: desk.given.value!.ticket, printer })} onClose={() => (desk.given.value = null)} />}
      {desk.sheet.value && <SheetDialog key={desk.sheet.value.title} desk={desk} sheet={desk.sheet.value} />}
    </div>
  );
}

mount<CounterView>("counter", Console, { login: true });
