// The guide's tablet: who waits and needs somebody, what to do next, numbers for those the kiosk is too much for.
import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { BookHere, type BookingAsk } from "@web/booking/book.tsx";
import { t as booking } from "@web/booking/texts.ts";
import { renewCatalogue } from "@web/catalogue/catalogue.ts";
import { LookUpHere } from "@web/catalogue/look_up.tsx";
import type { HandoverAsk } from "@web/handover/handover.tsx";
import { OpenHandovers } from "@web/handover/open.tsx";
import { t as handover } from "@web/handover/texts.ts";
import { watchKeys } from "@web/page/keys_used.ts";
import { mount, type BodyProps } from "@web/page/mount.tsx";
import { Button, hush } from "@web/drawing/parts.tsx";
import { placeOf, tokenOf } from "@web/dialogue/session.ts";
import { idle } from "@web/dialogue/reload.ts";
import type { GuideView } from "@web/wire.ts";
import "./guide.css";
import { ringFor } from "./guide/chime.ts";
import { makeGuideDesk, TABS, type GuideDesk, type Tab } from "./guide/desk.ts";
import { lines, ringing } from "./guide/tasks.ts";
import { t } from "./guide/texts.ts";
import { Door } from "./guide/door.tsx";
import { Equipment } from "./guide/equipment.tsx";
import { Header } from "./guide/header.tsx";
import { Issue, keptPrinter, NONE, usualPrinter } from "./guide/issue.tsx";
import { Sheets } from "./guide/sheets.tsx";
import { Tasks } from "./guide/tasks.tsx";
import { Waiting } from "./guide/waiting.tsx";

const Catalogue = () => <section class="panel"><LookUpHere service="" /></section>;
const BOOKING_WORDS = { book_appointment: "book", cancel_appointment: "cancel_yes", check_in: "check_in" } as const;

function Book({ desk, view }: { desk: GuideDesk; view: GuideView }) {
  const printer = usualPrinter(view.printers, keptPrinter());
  const ask: BookingAsk = (command) => desk.ask(command, booking(BOOKING_WORDS[command.type]), "code" in command ? command.code : command.service);
  const close: HandoverAsk = (command) => desk.ask(command, handover("done"), "handover" in command ? command.handover : "");
  const token = tokenOf("guide", placeOf());
  return (
    <section class="panel">
      <BookHere token={token} printer={printer === NONE ? "" : printer} ask={ask} />
      <OpenHandovers token={token} since={desk.sheet.value} ask={close} />
      <Button big onClick={() => (desk.sheet.value = { kind: "hand_over", ticket: "" })}>{handover("title")}</Button>
    </section>
  );
}

const BODIES = { waiting: Waiting, tasks: Tasks, issue: Issue, door: Door, book: Book, equipment: Equipment, look_up: Catalogue } as const;

function Tabs({ desk, counts }: { desk: GuideDesk; counts: Partial<Record<Tab, number>> }) {
  return (
    <nav class="tabs" aria-label={t("title")}>
      {TABS.map((tab) => (
        <button key={tab} type="button" aria-current={desk.tab.value === tab ? "page" : undefined} onClick={() => (desk.tab.value = tab)}>
          {t(`tab_${tab}`)} {counts[tab] !== undefined && <b>{counts[tab]}</b>}
        </button>
      ))}
    </nav>
  );
}

function Guide({ live, place }: BodyProps<GuideView>) {
  const desk = useMemo(() => makeGuideDesk(live), [live]);
  useEffect(
    () => ringFor(() => ringing(live.view.value, live.actor.value?.role ?? ""), () => live.actor.value?.role ?? ""),
    [live],
  );
  useEffect(() => effect(() => void (desk.tab.value, desk.sheet.value?.kind, hush())), [desk]);
  useEffect(() => effect(() => void (idle.value = !desk.sheet.value && desk.tab.value !== "issue" && desk.tab.value !== "book" && !desk.open.value.length)), [desk]);

  useEffect(watchKeys, []);
  useEffect(() => void renewCatalogue(), []); // so that it is here when the Wi-Fi is not

  const view = live.view.value;
  const role = live.actor.value?.role ?? "";
  if (!view) return <main class="gate"><h1>{t("loading")}</h1></main>;
  const Body = BODIES[desk.tab.value];
  const counts = { waiting: view.total, tasks: lines(view.tasks, role).own.filter(({ main }) => !main.taken_by).length + view.alerts.filter((alert) => !alert.acknowledged_by).length };
  return (
    <div class="guide">
      <Header live={live} desk={desk} view={view} place={place} />
      <Tabs desk={desk} counts={counts} />
      <main>
        <Body desk={desk} view={view} role={role} />
      </main>
      <Sheets desk={desk} view={view} />
    </div>
  );
}

mount<GuideView>("guide", Guide, { login: true });
