// The lists of those who wait: who comes next, what my queues hold, everybody I may call.
import type { ComponentChildren } from "preact";
import { mmss, now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import { StateMark, onPointer } from "@web/drawing/parts.tsx";
import { Marks } from "@web/hall/marks.tsx";
import { waitState } from "@web/hall/standing.ts";
import type { ClerkRow, CounterView, QueueView } from "@web/wire.ts";
import type { Desk } from "../desk/desk.ts";
import { KEYCAPS, type Action } from "../keys/keys.ts";
import { t, sayOr, type Word } from "../texts.ts";

interface Props {
  desk: Desk;
  view: CounterView;
}

function Waited({ from, view }: { from: string; view: CounterView }) {
  const seconds = (now.value - Date.parse(from)) / 1000;
  const state = waitState(seconds, view);
  return (
    <span class="waited">
      {state !== "good" && <StateMark state={state} />} <time>{mmss(seconds)}</time>
    </span>
  );
}

const Who = ({ row }: { row: ClerkRow }) => (
  <span class="row-who" title={tx(row.service_name)}>
    <b class="number">{row.number}</b>
    {row.priority && <abbr title={t("priority")}>{t("priority").slice(0, 1)}</abbr>} <Marks of={row} prepared={row.prepared} brief /> <span>{tx(row.service_name)}</span>
  </span>
);

export const NextThree = ({ view }: Props) => (
  <Panel name="next-three" title={t("next_three")} n={view.next.length} none="nobody">
    <ol>
      {view.next.map((row) => (
        <li key={row.id}>
          <Who row={row} />
          <Waited from={row.clock_from} view={view} />
        </li>
      ))}
    </ol>
  </Panel>
);

const QueueLine = ({ queue, view }: { queue: QueueView; view: CounterView }) => (
  <li>
    <span title={tx(queue.name)}>
      <b class="number">{queue.letter}</b> {tx(queue.name)}
    </span>
    <span class="count">{queue.waiting ? t("waiting_n", { n: queue.waiting }) : t("none_waiting")}</span>
    {queue.longest_from ? <Waited from={queue.longest_from} view={view} /> : <span class="waited">—</span>}
  </li>
);

export const Queues = ({ view }: Props) => (
  <Panel name="queues" title={t("queues")} n={view.queues.length}>
    <ul>
      {view.queues.map((queue) => (
        <QueueLine key={queue.queue} queue={queue} view={view} />
      ))}
    </ul>
  </Panel>
);

export const Waiting = ({ desk, view }: Props) => (
  <Panel name="waiting" title={t("waiting")} n={view.waiting.length} count none="nobody">
    <ul tabIndex={0}>
      {view.waiting.map((row) => (
        <li key={row.id}>
          <Who row={row} />
          <Waited from={row.clock_from} view={view} />
          <RowButton
            word="call_word"
            name={t("call_one", { number: row.number })}
            disabled={view.state !== "open_idle"}
            press={() => desk.callOne(row)}
          />
        </li>
      ))}
    </ul>
  </Panel>
);

// A list beside the stage, and the button at the end of a row.
interface PanelProps {
  name: string;
  title: string;
  /** How many rows there are; `count` shows it. */
  n: number;
  count?: boolean;
  none?: Word;
  /** What a key does with the list. */
  deed?: { word: Word; action: Action };
  children: ComponentChildren;
}

/** A panel keeps its height when it empties: nothing may move when a customer comes or goes. */
export const Panel = ({ name, title, n, count, none = "empty", deed, children }: PanelProps) => (
  <section class={`panel ${name}`} aria-label={title}>
    <h2>
      {title} {count && <b>{n}</b>}
      {deed && <span class="deed">{t(deed.word)} <kbd aria-hidden="true">{KEYCAPS[deed.action]}</kbd></span>}
    </h2>
    {n ? children : <p class="none">{t(none)}</p>}
  </section>
);

interface RowButtonProps {
  word: Word;
  /** What it does to whom: "恢复 A031". */
  name: string;
  disabled?: boolean;
  press: () => void;
}

export const RowButton = ({ word, name, disabled, press }: RowButtonProps) => (
  <button type="button" class="small" disabled={disabled} aria-label={name} onClick={onPointer(press)}>
    {t(word)}
  </button>
);

// Those who left the line for a while: parked at some counter, or called and not there.
interface AsideProps {
  desk: Desk;
  view: CounterView;
}

const Row = ({ row, what }: { row: ClerkRow; what: string }) => (
  <span class="row-who" title={what}>
    <b class="number">{row.number}</b> <Marks of={row} prepared={row.prepared} brief /> <span>{what}</span>
  </span>
);

/** By its name: not every counter is a number. */
const counterName = (view: CounterView, id: string) => {
  const known = view.all_counters.find((one) => one.id === id);
  return known ? tx(known.name) : t("another_counter");
};

export const Parked = ({ desk, view }: AsideProps) => (
  <Panel name="parked" title={t("parked")} n={view.parked.length} count deed={{ word: "resume_word", action: "resume" }}>
    <ul tabIndex={0}>
      {view.parked.map((row) => (
        <li key={row.id}>
          <Row row={row} what={sayOr("", row.park)} />
          {row.usable ? (
            <RowButton
              word="resume_word"
              name={t("resume_one", { number: row.number })}
              disabled={view.state !== "open_idle"}
              press={() => void desk.ask({ type: "resume_ticket", ticket: row.id, counter: view.counter })}
            />
          ) : (
            <span class="faint">{t("at_counter", { counter: counterName(view, row.counter) })}</span>
          )}
        </li>
      ))}
    </ul>
  </Panel>
);

export const Missed = ({ desk, view }: AsideProps) => (
  <Panel name="missed" title={t("missed")} n={view.missed.length} count deed={{ word: "restore_word", action: "restore" }}>
    <ul tabIndex={0}>
      {view.missed.map((row) => (
        <li key={row.id}>
          <Row row={row} what={tx(row.service_name)} />
          {row.usable ? (
            <RowButton
              word="restore_word"
              name={t("restore_one", { number: row.number })}
              press={() => void desk.ask({ type: "requeue_ticket", ticket: row.id })}
            />
          ) : (
            <span class="faint">{t("expired")}</span>
          )}
        </li>
      ))}
    </ul>
  </Panel>
);
