// What happened to a ticket, as the journal has it: when, what, who.
import { useEffect, useState } from "preact/hooks";
import { secondsText } from "./clock.ts";
import { tx } from "./i18n.ts";
import { Button, Dialog } from "./parts.tsx";
import { get } from "./post.ts";
import { noAnswer, Refusal } from "./refusal.ts";
import { tokenOf } from "./session.ts";
import type { EventShown, ManagerView, Paths, Text } from "./wire.ts";
import { t } from "./events_texts.ts";
import { actText, codeText, endingText } from "./code_words.ts";
import { actorText, eventText, nameIn, type People } from "./events.ts";

/** Which events are looked at. */
export type EventsAsked = NonNullable<Paths["/api/events"]["get"]["query"]>;

/** Those behind a report's row, which names them by their address. */
export const askedBehind = (address: string): EventsAsked =>
  Object.fromEntries(new URLSearchParams(address.slice(address.indexOf("?") + 1))) as EventsAsked;

/** Codes inside events, in words; a counter, a person and a gift by their names. */
const namer = (view: ManagerView | null, people: People) => (field: string, value: string): string => {
  const name = nameIn(field, value, view?.counters ?? [], people);
  if (name !== undefined) return name;
  if (field === "act") return actText(value);
  if (field === "reason") return endingText(value);
  const gift = field === "gift" && view?.stock.find((one) => one.id === value);
  return gift ? tx(gift.name) : codeText(field, value);
};

interface Props {
  title: string;
  asked: EventsAsked;
  view: ManagerView | null;
  /** Numbers of tickets that the page knows already, by their ids. */
  known?: ReadonlyMap<string, string>;
  onClose: () => void;
}

export function Events({ title, asked, view, known, onClose }: Props) {
  const [events, setEvents] = useState<readonly EventShown[] | null>(null);
  const [people, setPeople] = useState<People>({});
  const [problem, setProblem] = useState<Text | null>(null);
  useEffect(() => {
    const refused = (no: unknown) => setProblem((no instanceof Refusal ? no : noAnswer()).text);
    const told = (answer: { events: readonly EventShown[]; people: People }) => {
      setPeople(answer.people);
      setEvents(answer.events);
    };
    get("/api/events", { query: asked, token: tokenOf("manager", "") }).then(told, refused);
  }, [JSON.stringify(asked)]);
  return (
    <Dialog title={title} onClose={onClose} wide>
      <div class="sheet" tabIndex={0} role="region" aria-label={title}>
        {problem && <p role="alert" class="problem">{tx(problem)}</p>}
        {!problem && !events && <p role="status">{t("reading")}</p>}
        {events?.length === 0 && <p>{t("no_events")}</p>}
        {events && events.length > 0 && <Timeline events={events} view={view} people={people} known={known} />}
      </div>
      <p class="choices"><Button onClick={onClose}>{t("close")}</Button></p>
    </Dialog>
  );
}

/** Most events know a ticket only by its id; one of them, or the page, knows its number. */
function numbers(events: readonly EventShown[], known: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const told = events.filter(({ fields }) => fields.ticket && fields.number).map(({ fields }): [string, string] => [String(fields.ticket), String(fields.number)]);
  return new Map([...known, ...told]);
}

function Timeline({ events, view, people, known }: { events: readonly EventShown[]; people: People } & Pick<Props, "view" | "known">) {
  const named = namer(view, people);
  const number = numbers(events, known);
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
