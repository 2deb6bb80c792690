// The dialogs that stand open, one over the other; Escape takes the top one away.
import { BookDialog } from "@web/booking/book.tsx";
import { FindNumber } from "@web/find/find.tsx";
import type { Live } from "@web/dialogue/live.ts";
import { notifyRefusal } from "@web/drawing/parts.tsx";
import { tokenOf } from "@web/dialogue/session.ts";
import type { ManagerView } from "@web/wire.ts";
import { t } from "./care/care_texts.ts";
import { series } from "./care/chart.ts";
import { ShareDialog } from "./care/calls.tsx";
import { Cases } from "./care/cases.tsx";
import { Events } from "../../server/web/events/events.tsx";
import { hide, shown, type Shown } from "./dialogs.ts";
import { RosterDialog } from "./roster/roster.tsx";
import { HandoversDialog } from "./handovers.tsx";
import { WhatIfDialog } from "./what_if/what_if.tsx";
import { StockDialog } from "./care/stock.tsx";

interface Props {
  view: ManagerView;
  live: Live<ManagerView>;
  acts: boolean;
}

export const Dialogs = (props: Props) => <>{shown.value.map((one, n) => <One key={n} shown={one} {...props} />)}</>;

/** Most events know a ticket by its id alone. */
const numbersToday = () => new Map((series.value?.points ?? []).map((point) => [point.ticket, point.number]));

function One({ shown: one, ...props }: Props & { shown: Shown }) {
  switch (one.kind) {
    case "cases":
      return <Cases {...props} />;
    case "stock":
      return <StockDialog {...props} />;
    case "book":
      return <BookDialog token={tokenOf("manager", "")} ask={async (command) => (await props.live.ask(command).catch(notifyRefusal)) ?? null} onClose={hide} />;
    case "roster":
      return <RosterDialog live={props.live} />;
    case "what_if":
      return <WhatIfDialog {...props} />;
    case "handovers":
      return <HandoversDialog live={props.live} />;
    case "share":
      return <ShareDialog of={one.of} view={props.view} />;
    case "ticket":
      if (props.acts) return <FindNumber token={tokenOf("manager", "")} number={one.number} ask={(command) => props.live.ask(command).catch(notifyRefusal)} onClose={hide} />;
      return <Events title={t("events", { number: one.number })} asked={{ ticket: one.ticket }} known={numbersToday()} onClose={hide} />;
    case "events":
      return <Events title={one.title} asked={one.asked} known={numbersToday()} onClose={hide} />;
  }
}
