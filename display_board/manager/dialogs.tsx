// The dialogs that stand open, one over the other; Escape takes the top one away.
import type { Live } from "@web/live.ts";
import type { ManagerView } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { series } from "./chart.ts";
import { ShareDialog } from "./calls.tsx";
import { Cases } from "./cases.tsx";
import { Events } from "../../server/web/events.tsx";
import { hide, shown, type Shown } from "./dialogs.ts";
import { StockDialog } from "./stock.tsx";

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
    case "share":
      return <ShareDialog of={one.of} view={props.view} />;
    case "ticket":
      return <Events title={t("events", { number: one.number })} asked={{ ticket: one.ticket }} view={props.view} known={numbersToday()} onClose={hide} />;
    case "events":
      return <Events title={one.title} asked={one.asked} view={props.view} known={numbersToday()} onClose={hide} />;
  }
}
