// What happened to a ticket, as the journal has it: when, what, who.
import { useEffect, useState } from "preact/hooks";
import { secondsText } from "../time/clock.ts";
import { tx } from "../language/i18n.ts";
import { Button, Dialog } from "../drawing/parts.tsx";
import { get } from "../dialogue/post.ts";
import { noAnswer, Refusal } from "../dialogue/refusal.ts";
import { tokenOf } from "../dialogue/session.ts";
import type { EventShown, EventsShown, Paths, Text } from "../wire.ts";
import { t } from "./events_texts.ts";
import { actText, codeText, endingText } from "../language/code_words.ts";
import { actorText, eventText, nameIn } from "./events.ts";

/** Which events are looked at. */
export type EventsAsked = NonNullable<Paths["/api/events"]["get"]["query"]>;

/** Those behind a report's row, which names them by their address. */
export const askedBehind = (address: string): EventsAsked =>
  Object.fromEntries(new URLSearchParams(address.slice(address.indexOf("?") + 1))) as EventsAsked;

/** Codes inside events, in words; a counter, a person and a gift by their names. */
const namer = ({ called, people }: EventsShown) => (field: string, value: string): string => {
  const name = nameIn(field, value, called, people);
  if (name !== undefined) return name;
  if (field === "act") return actText(value);
  return field === "reason" ? endingText(value) : codeText(field, value);
};

interface Props {
  title: string;
  asked: EventsAsked;
  /** Numbers of tickets that the page knows already, by their ids. */
  known?: ReadonlyMap<string, string>;
  onClose: () => void;
}

export function Events({ title, asked, known, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose} wide>
      <HappenedTo title={title} known={known} key={JSON.stringify(asked)} read={() => get("/api/events", { query: asked, token: tokenOf("manager", "") })} />
      <p class="choices"><Button onClick={onClose}>{t("close")}</Button></p>
    </Dialog>
  );
}

/** One ticket's life, for whoever works in the hall. */
export const Life = ({ ticket, number, token }: { ticket: string; number: string; token: string }) => (
  <HappenedTo title={t("happened")} known={new Map([[ticket, number]])} read={() => get("/api/numbers/{ticket}/life", { path: { ticket }, token })} />
);

/** One ticket's life on a day that may be long past, for whoever reads reports. */
export const PastLife = ({ ticket, number, day }: { ticket: string; number: string; day: string }) => (
  <HappenedTo title={t("happened")} known={new Map([[ticket, number]])} read={() => get("/api/events", { query: { ticket, period: "day", date: day, limit: WHOLE_LIFE }, token: tokenOf("manager", "") })} />
);
const WHOLE_LIFE = 1000;

interface HappenedProps {
  title: string;
  known?: ReadonlyMap<string, string>;
  read: () => Promise<EventsShown>;
}

function HappenedTo({ title, known, read }: HappenedProps) {
  const [story, setStory] = useState<EventsShown | null>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  useEffect(() => {
    read().then(setStory, (no: unknown) => setProblem((no instanceof Refusal ? no : noAnswer()).text));
  }, []);
  return (
    <div class="sheet" tabIndex={0} role="region" aria-label={title}>
      {problem && <p role="alert" class="problem">{tx(problem)}</p>}
      {!problem && !story && <p role="status">{t("reading")}</p>}
      {story?.events.length === 0 && <p>{t("no_events")}</p>}
      {story && story.events.length > 0 && <Timeline story={story} known={known} />}
    </div>
  );
}

/** Most events know a ticket only by its id; one of them, or the page, knows its number. */
function numbers(events: readonly EventShown[], known: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const numbered = events.filter(({ fields }) => fields.ticket && fields.number).map(({ fields }): [string, string] => [String(fields.ticket), String(fields.number)]);
  return new Map([...known, ...numbered]);
}

function Timeline({ story, known }: { story: EventsShown; known: ReadonlyMap<string, string> | undefined }) {
  const { events, people } = story;
  const named = namer(story);
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
