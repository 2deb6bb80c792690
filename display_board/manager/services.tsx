// A tile for each business: the figures that say whether it needs another counter.
import { useSignal, useSignalEffect } from "@preact/signals";
import { mmss, now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import type { Live } from "@web/live.ts";
import { Badge, StateMark, waitText, Button, Dialog, notify, notifyRefusal } from "@web/parts.tsx";
import { idle } from "@web/reload.ts";
import { since, type Limits } from "@web/standing.ts";
import type { ManagerService, ManagerView, Command, Text } from "@web/wire.ts";
import { t, reasons } from "./texts.ts";
import { percent, serviceState, unserved } from "./state.ts";
import { show } from "./dialogs.ts";

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

// Suspends a business, with a reason everybody will read, or restores it.
interface Props {
  service: ManagerService;
  live: Live<ManagerView>;
  onClose: () => void;
}

export function ServiceDialog({ service, live, onClose }: Props) {
  const ask = (command: Command, told: "suspended_now" | "restored_now") =>
    live.ask(command).then(() => (notify(t(told, { name: tx(service.name) }), "good"), onClose()), notifyRefusal);
  const restore = () => void ask({ type: "restore_service", service: service.id }, "restored_now");
  const suspend = (reason: Text, until: string) =>
    void ask({ type: "suspend_service", service: service.id, reason, until }, "suspended_now");
  const open = () => {
    onClose();
    show({ kind: "events", title: `${tx(service.name)} · ${t("happened")}`, asked: { what: "calls", limit: 500, service: service.id } });
  };
  return (
    <Dialog title={tx(service.name)} onClose={onClose}>
      <Today service={service} />
      <p><Button onClick={open}>{t("happened")}</Button></p>
      {service.suspended && <Restore reason={service.suspended} onRestore={restore} onClose={onClose} />}
      {!service.suspended && <Suspend onSuspend={suspend} onClose={onClose} />}
    </Dialog>
  );
}

const Today = ({ service }: { service: ManagerService }) => (
  <p class="today">
    {t("today")}: {t("issued")} {service.issued} · {t("finished")} {service.finished} · {t("no_shows")} {service.no_shows} ·{" "}
    {t("walkouts")} {service.walkouts}
  </p>
);

function Restore({ reason, onRestore, onClose }: { reason: Text; onRestore: () => void; onClose: () => void }) {
  return (
    <>
      <p>{t("suspended", { reason: tx(reason) })}</p>
      <p class="choices">
        <Button kind="primary" onClick={onRestore}>{t("restore")}</Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </p>
    </>
  );
}

function Suspend({ onSuspend, onClose }: { onSuspend: (reason: Text, until: string) => void; onClose: () => void }) {
  const zh = useSignal("");
  const en = useSignal("");
  const until = useSignal("");
  const fill = (reason: Text) => ((zh.value = reason.zh), (en.value = reason.en));
  const submit = (event: Event) => {
    event.preventDefault();
    const reason = zh.value.trim();
    if (reason) onSuspend({ zh: reason, en: en.value.trim() || reason }, until.value);
  };
  return (
    <form onSubmit={submit}>
      <p>{t("suspend_hint")}</p>
      <p class="presets">{reasons.map((reason) => <Button key={reason.zh} onClick={() => fill(reason)}>{tx(reason)}</Button>)}</p>
      <label>{t("reason")}<input required maxLength={40} value={zh} onInput={(event) => (zh.value = event.currentTarget.value)} /></label>
      <label>{t("reason_english")}<input maxLength={80} value={en} onInput={(event) => (en.value = event.currentTarget.value)} /></label>
      <label>{t("until")}<input type="time" value={until} onInput={(event) => (until.value = event.currentTarget.value)} /></label>
      <p class="choices">
        <Button kind="danger" type="submit" disabled={!zh.value.trim()}>{t("suspend")}</Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </p>
    </form>
  );
}
