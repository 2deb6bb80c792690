// The lists of those who wait: who comes next, what my queues hold, everybody I may call.
import { mmss, now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import { StateMark } from "@web/parts.tsx";
import type { ClerkRow, CounterView, QueueView } from "@web/wire.ts";
import { standing } from "./care.ts";
import type { Desk } from "./desk.ts";
import { t } from "./texts.ts";
import { Panel, RowButton } from "./panel.tsx";

interface Props {
  desk: Desk;
  view: CounterView;
}

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
  <span class="row-who" title={tx(row.service_name)}>
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
