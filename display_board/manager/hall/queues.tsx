// A tile for each line of people: how many, how long, who serves it; its businesses stand behind it.
import { signal, useSignal, useSignalEffect } from "@preact/signals";
import { mmss, now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Badge, Button, Dialog, StateMark, waitText } from "@web/drawing/parts.tsx";
import { within } from "../care/care.ts";
import { Percent } from "../care/parts.tsx";
import { idle } from "@web/dialogue/reload.ts";
import { since, type Limits } from "@web/hall/standing.ts";
import type { ManagerQueue, ManagerService, ManagerView } from "@web/wire.ts";
import { ROOMY } from "./counters.tsx";
import { ServiceDialog } from "./services.tsx";
import { slow, tileState, unserved } from "../state.ts";
import { t } from "../texts.ts";

const ONE_ROW = 6;
const TWO_ROWS = 12;
const LOW = "(max-height: 899px)"; // a low screen needs the height for those who wait
const low = signal(false);
const look = () => (low.value = matchMedia(LOW).matches);
look();
addEventListener("resize", look);

export function Queues({ view, live }: { view: ManagerView; live: Live<ManagerView> }) {
  const open = useSignal("");
  useSignalEffect(() => void (idle.value = !open.value));
  const rows = view.queues.length > ONE_ROW ? (view.queues.length > TWO_ROWS ? 3 : 2) : 1;
  const dense = rows > 1 || low.value || view.counters.length > ROOMY;
  const chosen = view.queues.find((queue) => queue.id === open.value);
  return (
    <section class={`services${dense ? " dense" : ""}${rows > 1 ? " crowded" : ""}`} style={{ "--columns": Math.ceil(view.queues.length / rows) }}>
      <h2 class="hidden">{t("queues")}</h2>
      {view.queues.map((queue) => (
        <Tile key={queue.id} queue={queue} services={view.services.filter((one) => one.queue === queue.id)} limits={view} dense={dense} crowded={rows > 1} onOpen={() => (open.value = queue.id)} />
      ))}
      {chosen && <QueueDialog queue={chosen} view={view} live={live} onClose={() => (open.value = "")} />}
    </section>
  );
}

interface TileProps {
  queue: ManagerQueue;
  services: readonly ManagerService[];
  limits: Limits;
  dense: boolean;
  crowded: boolean;
  onOpen: () => void;
}

function Tile({ queue, services, limits, dense, crowded, onOpen }: TileProps) {
  const state = tileState(queue, now.value, limits);
  const shut = services.filter((one) => one.suspended);
  return (
    <article class={`tile ${state}`}>
      <header>
        <h3 data-fit><button onClick={onOpen} title={tx(queue.name)}><span class="letter">{queue.letter}</span> {tx(queue.name)}</button></h3>
        {state !== "good" && <StateMark state={state} />}
      </header>
      <div class="large">
        <p><strong>{queue.waiting}</strong> <span>{t("waiting")}</span></p>
        <p>
          <strong class="longest">{queue.longest_from ? mmss(since(queue.longest_from, now.value)) : t("none")}</strong>{" "}
          <span>{t("longest")}</span>
        </p>
      </div>
      {crowded ? unserved(queue) && <p class="bad">{t("no_counter")}</p> : <Figures queue={queue} limits={limits} dense={dense} />}
      {shut.length > 0 && <Badge tone="over">{t("suspended_n", { names: shut.map((one) => tx(one.name)).join(tx({ zh: "、", en: ", " })) })}</Badge>}
    </article>
  );
}

/** No share without the n it was made of. */
function Figures({ queue, limits, dense }: { queue: ManagerQueue; limits: Limits; dense: boolean }) {
  const goal = limits.goal_seconds;
  return (
    <dl>
      {!(dense && unserved(queue)) && <div><dt>{t(dense ? "expected_short" : "expected")}</dt><dd>{waitText(queue.wait)}</dd></div>}
      <div>
        <dt>{t(dense ? "of_counters" : "counters_open")}</dt>
        {unserved(queue) ? <dd class="bad">0 · {t("no_counter")}</dd> : <dd>{queue.counters_open}</dd>}
      </div>
      <div>
        <dt>{t(dense ? "within_short" : "within", { minutes: goal / 60 })}</dt>
        <dd><Percent share={within(queue)} /></dd>
      </div>
      {!!queue.p90_seconds && (!dense || slow(queue, limits)) && (
        <div title={t("lately")}>
          <dt>{t(dense ? "lately_short" : "lately")}</dt>
          <dd class={slow(queue, limits) ? "bad" : ""}>{mmss(queue.p90_seconds)} <small>{t("n", { n: queue.lately })}</small></dd>
        </div>
      )}
    </dl>
  );
}

/** The businesses of a line: how many wait for each, what its day was, and the switch to suspend it. */
function QueueDialog({ queue, view, live, onClose }: { queue: ManagerQueue; view: ManagerView; live: Live<ManagerView>; onClose: () => void }) {
  const open = useSignal("");
  const services = view.services.filter((one) => one.queue === queue.id);
  const chosen = services.length === 1 ? services[0] : services.find((one) => one.id === open.value);
  if (chosen) return <ServiceDialog service={chosen} live={live} onClose={onClose} />;
  return (
    <Dialog title={`${queue.letter} ${tx(queue.name)}`} onClose={onClose} wide>
      <table>
        <thead><tr><th>{t("business")}</th><th>{t("waiting")}</th><th>{t("longest")}</th><th>{t("finished")}</th><th>{t("handling")}</th></tr></thead>
        <tbody>
          {services.map((one) => (
            <tr key={one.id}>
              <td><Button onClick={() => (open.value = one.id)}>{tx(one.name)}</Button> {one.suspended && <Badge tone="over">{t("suspended", { reason: tx(one.suspended) })}</Badge>}</td>
              <td>{one.waiting}</td>
              <td>{one.longest_from ? mmss(since(one.longest_from, now.value)) : t("none")}</td>
              <td>{one.finished}</td>
              <td>{one.finished ? <>{mmss(one.mean_handling_seconds)} <small>· {t("n", { n: one.finished })}</small></> : t("none")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="choices"><Button onClick={onClose}>{t("cancel")}</Button></p>
    </Dialog>
  );
}
