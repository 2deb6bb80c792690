// The lists beside the stage: who comes, what my queues hold, who was put aside, who missed the call.
import type { ComponentChildren } from "preact";
import { mmss, now } from "@web/clock";
import { tx } from "@web/i18n";
import { StateMark } from "@web/parts";
import type { ClerkRow, CounterView, QueueView } from "@web/wire";
import { standing } from "../care.ts";
import type { Desk } from "../desk.ts";
import { onPointer } from "../keyboard.ts";
import { sayOr, t, type Word } from "../texts.ts";

interface Props {
  desk: Desk;
  view: CounterView;
}

interface PanelProps {
  name: string;
  title: string;
  n: number;
  none?: Word;
  children: ComponentChildren;
}

/** A panel keeps its height when it empties: nothing may move when a customer comes or goes. */
const Panel = ({ name, title, n, none = "empty", children }: PanelProps) => (
  <section class={`panel ${name}`} aria-label={title}>
    <h2>
      {title} <b>{n}</b>
    </h2>
    {n ? children : <p class="none">{t(none)}</p>}
  </section>
);

function Waited({ from, view }: { from: string; view: CounterView }) {
  const seconds = (now.value - Date.parse(from)) / 1000;
  const state = standing(seconds, view.goal_seconds, view.threshold_seconds);
  return (
    <span class="waited">
      {state !== "good" && <StateMark state={state} />} <time>{mmss(seconds)}</time>
    </span>
  );
}

const Who = ({ row }: { row: ClerkRow }) => (
  <span class="row-who">
    <b class="number">{row.number}</b>
    {row.priority && <abbr title={t("priority")}>{t("priority").slice(0, 1)}</abbr>} <span>{tx(row.service_name)}</span>
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
    <span>
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

export const Parked = ({ desk, view }: Props) => (
  <Panel name="parked" title={t("parked")} n={view.parked.length}>
    <ul tabIndex={0}>
      {view.parked.map((row) => (
        <li key={row.id}>
          <span class="row-who">
            <b class="number">{row.number}</b> <span>{sayOr(row.park)}</span>
          </span>
          {row.usable ? (
            <button
              type="button"
              class="small"
              disabled={view.state !== "open_idle"}
              aria-label={t("resume_one", { number: row.number })}
              onClick={onPointer(() => void desk.ask({ type: "resume_ticket", ticket: row.id, counter: view.counter }))}
            >
              {t("resume_word")}
            </button>
          ) : (
            <span class="faint">{t("at_counter", { counter: row.counter })}</span>
          )}
        </li>
      ))}
    </ul>
  </Panel>
);

export const Missed = ({ desk, view }: Props) => (
  <Panel name="missed" title={t("missed")} n={view.missed.length}>
    <ul tabIndex={0}>
      {view.missed.map((row) => (
        <li key={row.id}>
          <span class="row-who">
            <b class="number">{row.number}</b> <span>{tx(row.service_name)}</span>
          </span>
          {row.usable ? (
            <button
              type="button"
              class="small"
              aria-label={t("restore_one", { number: row.number })}
              onClick={onPointer(() => void desk.ask({ type: "requeue_ticket", ticket: row.id }))}
            >
              {t("restore_word")}
            </button>
          ) : (
            <span class="faint">{t("expired")}</span>
          )}
        </li>
      ))}
    </ul>
  </Panel>
);

export const Waiting = ({ desk, view }: Props) => (
  <Panel name="waiting" title={t("waiting")} n={view.waiting.length} none="nobody">
    <ul tabIndex={0}>
      {view.waiting.map((row) => (
        <li key={row.id}>
          <Who row={row} />
          <Waited from={row.clock_from} view={view} />
          <button
            type="button"
            class="small"
            disabled={view.state !== "open_idle"}
            aria-label={t("call_one", { number: row.number })}
            onClick={onPointer(() => desk.callOne(row))}
          >
            {t("call_word")}
          </button>
        </li>
      ))}
    </ul>
  </Panel>
);
