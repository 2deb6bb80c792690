// What happened to a ticket, as the journal has it: when, what, who.
import { useEffect, useState } from "preact/hooks";
import { secondsText } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import { Button, Dialog } from "@web/parts.tsx";
import { get } from "@web/post.ts";
import { noAnswer, Refusal } from "@web/refusal.ts";
import { tokenOf } from "@web/session.ts";
import type { EventsShown, ManagerView, Text } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { actText, codeText, endingText } from "./care_words.ts";
import { actorText, eventText, nameIn, type JournalEvent, type People } from "./event_words.ts";
import { series } from "./day.ts";

/** Codes inside events, in words; a counter, a person and a gift by their names. */
const namer = (view: ManagerView | null, people: People) => (field: string, value: string): string => {
  const name = nameIn(field, value, view?.counters ?? [], people);
  if (name !== undefined) return name;
  if (field === "act") return actText(value);
  if (field === "reason") return endingText(value);
  const gift = field === "gift" && view?.stock.find((one) => one.id === value);
  return gift ? tx(gift.name) : codeText(field, value);
};

export function Events({ title, address, view, onClose }: { title: string; address: string; view: ManagerView | null; onClose: () => void }) {
  const [events, setEvents] = useState<readonly JournalEvent[] | null>(null);
  const [people, setPeople] = useState<People>({});
  const [problem, setProblem] = useState<Text | null>(null);
  useEffect(() => {
    const refused = (no: unknown) => setProblem((no instanceof Refusal ? no : noAnswer()).text);
    const told = (answer: { events: readonly JournalEvent[]; people: People }) => {
      setPeople(answer.people);
      setEvents(answer.events);
    };
    get<EventsShown>(address, tokenOf("manager", "")).then(told, refused);
  }, [address]);
  return (
    <Dialog title={title} onClose={onClose} wide>
      <div class="sheet" tabIndex={0} role="region" aria-label={title}>
        {problem && <p role="alert" class="problem">{tx(problem)}</p>}
        {!problem && !events && <p role="status">{t("reading")}</p>}
        {events?.length === 0 && <p>{t("no_events")}</p>}
        {events && events.length > 0 && <Timeline events={events} view={view} people={people} />}
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

function Timeline({ events, view, people }: { events: readonly JournalEvent[]; view: ManagerView | null; people: People }) {
  const named = namer(view, people);
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
            <td><small>{actorText(event.actor, people)}</small></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
