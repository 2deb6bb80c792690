// What happened to a ticket, as the journal has it: when, what, who.
import { useEffect, useState } from "preact/hooks";
import { secondsText } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import { Button, Dialog } from "@web/parts.tsx";
import { get } from "@web/post.ts";
import { noAnswer, Refusal } from "@web/refusal.ts";
import { tokenOf } from "@web/session.ts";
import type { ManagerView, Text } from "@web/wire.ts";
import { t } from "../manager_care_texts.ts";
import { actText, codeText, endingText } from "./manager_care_words.ts";
import { actorText, eventText, type JournalEvent } from "./manager_event_words.ts";
import { series } from "./manager_day.ts";

/** Codes inside events, in words; a gift by its name. */
const namer = (view: ManagerView | null) => (field: string, value: string): string => {
  if (field === "act") return actText(value);
  if (field === "reason") return endingText(value);
  const gift = field === "gift" && view?.stock.find((one) => one.id === value);
  return gift ? tx(gift.name) : codeText(field, value);
};

export function Events({ title, address, view, onClose }: { title: string; address: string; view: ManagerView | null; onClose: () => void }) {
  const [events, setEvents] = useState<readonly JournalEvent[] | null>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  useEffect(() => {
    const refused = (no: unknown) => setProblem((no instanceof Refusal ? no : noAnswer()).text);
    get<{ events: readonly JournalEvent[] }>(address, tokenOf("manager", "")).then((answer) => setEvents(answer.events), refused);
  }, [address]);
  return (
    <Dialog title={title} onClose={onClose} wide>
      <div class="sheet" tabIndex={0} role="region" aria-label={title}>
        {problem && <p role="alert" class="problem">{tx(problem)}</p>}
        {!problem && !events && <p role="status">{t("reading")}</p>}
        {events?.length === 0 && <p>{t("no_events")}</p>}
        {events && events.length > 0 && <Timeline events={events} view={view} />}
      </div>
      <p class="choices"><Button onClick={onClose}>{t("close")}</Button></p>
    </Dialog>
  );
}

/** Most events know a ticket only by its id; one of them, or the day's calls, knows its number. */
function numbers(events: readonly JournalEvent[]): Map<string, string> {
  const called = (series.value?.points ?? []).map((point): [string, string] => [point.ticket, point.number]);
  const told = events.filter(({ fields }) => fields.ticket && fields.number).map(({ fields }): [string, string] => [String(fields.ticket), String(fields.number)]);
  return new Map([...called, ...told]);
}

function Timeline({ events, view }: { events: readonly JournalEvent[]; view: ManagerView | null }) {
  const named = namer(view);
  const number = numbers(events);
  const many = new Set(events.map(({ fields }) => fields.ticket).filter(Boolean)).size > 1;
  return (
    <table>
      <thead><tr><th>{t("time")}</th>{many && <th>{t("number")}</th>}<th>{t("happened")}</th><th>{t("who")}</th></tr></thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.epoch}.${event.seq}`}>
            <td class="when">{secondsText(Date.parse(event.at))}</td>
            {many && <td class="number">{number.get(String(event.fields.ticket)) ?? ""}</td>}
            <td>{eventText(event, named)}</td>
            <td><small>{actorText(event.actor)}</small></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
