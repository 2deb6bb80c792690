// A tile for each business: the figures that say whether it needs another counter.
import { useSignal, useSignalEffect } from "@preact/signals";
import { mmss, now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import type { Live } from "@web/live.ts";
import { Badge, StateMark, waitText } from "@web/parts.tsx";
import { idle } from "@web/reload.ts";
import type { ManagerService, ManagerView } from "@web/wire.ts";
import { t } from "./texts.ts";
import { ServiceDialog } from "./service_dialog.tsx";
import { percent, serviceState, since, unserved, type Limits } from "./state.ts";

const ONE_ROW = 6;
const TWO_ROWS = 10; // with more of them a tile holds its name and its two figures; the rest is behind it
const LOW = "(max-height: 899px)";

export function Services({ view, live }: { view: ManagerView; live: Live<ManagerView> }) {
  const open = useSignal("");
  useSignalEffect(() => void (idle.value = !open.value));
  const chosen = view.services.find((service) => service.id === open.value);
  const rows = view.services.length > ONE_ROW;
  // A low screen needs the height for those who wait.
  const dense = rows || matchMedia(LOW).matches;
  const crowded = view.services.length > TWO_ROWS;
  const columns = crowded ? 5 : rows ? Math.ceil(view.services.length / 2) : view.services.length;
  return (
    <section class={`services${dense ? " dense" : ""}${crowded ? " crowded" : ""}`} style={{ "--columns": columns }}>
      <h2 class="hidden">{t("businesses")}</h2>
      {view.services.map((service) => (
        <Tile key={service.id} service={service} limits={view} dense={dense} crowded={crowded} onOpen={() => (open.value = service.id)} />
      ))}
      {chosen && <ServiceDialog service={chosen} live={live} onClose={() => (open.value = "")} />}
    </section>
  );
}

interface TileProps {
  service: ManagerService;
  limits: Limits;
  dense: boolean;
  crowded: boolean;
  onOpen: () => void;
}

function Tile({ service, limits, dense, crowded, onOpen }: TileProps) {
  const state = serviceState(service, now.value, limits);
  return (
    <article class={`tile ${state}`}>
      <header>
        <h3 data-fit><button onClick={onOpen} title={tx(service.name)}><span class="letter">{service.letter}</span> {tx(service.name)}</button></h3>
        <StateMark state={state} />
      </header>
      <div class="large">
        <p><strong>{service.waiting}</strong> <span>{t("waiting")}</span></p>
        <p>
          <strong class="longest">{service.longest_from ? mmss(since(service.longest_from, now.value)) : t("none")}</strong>{" "}
          <span>{t("longest")}</span>
        </p>
      </div>
      {crowded ? unserved(service) && <p class="bad">{t("no_counter")}</p> : <Figures service={service} goal={limits.goal_seconds} dense={dense} />}
      {service.suspended && <Badge tone="over">{t("suspended", { reason: tx(service.suspended) })}</Badge>}
    </article>
  );
}

/** No share and no mean without the n it was made of. */
function Figures({ service, goal, dense }: { service: ManagerService; goal: number; dense: boolean }) {
  const { called, finished } = service;
  return (
    <dl>
      <div><dt>{t(dense ? "expected_short" : "expected")}</dt><dd>{waitText(service.wait)}</dd></div>
      <div>
        <dt>{t(dense ? "within_short" : "within", { minutes: goal / 60 })}</dt>
        <dd>{called ? <>{percent(service.within_goal, called)} % <small>· {t("n", { n: called })}</small></> : t("none")}</dd>
      </div>
      <div>
        <dt>{t(dense ? "of_counters" : "counters_open")}</dt>
        {unserved(service) ? <dd class="bad">0 · {t("no_counter")}</dd> : <dd>{service.counters_open}</dd>}
      </div>
      <div>
        <dt>{t(dense ? "handling_short" : "handling")}</dt>
        <dd>{finished ? <>{mmss(service.mean_handling_seconds)} <small>· {t("n", { n: finished })}</small></> : t("none")}</dd>
      </div>
    </dl>
  );
}
