// A number that opens what happened to it.
import { t } from "./care_texts.ts";
import { show } from "./shown.ts";

export const TicketButton = ({ ticket, number }: { ticket: string; number: string }) => (
  <button class="number link" aria-label={t("open_events", { number })} onClick={() => show({ kind: "ticket", ticket, number })}>{number}</button>
);
