// The businesses, six large tiles a page; four in large print.
import { useState } from "preact/hooks";
import type { Live } from "@web/live.ts";
import { Button, Icon, Wait } from "@web/parts.tsx";
import type { KioskView, KioskService } from "@web/wire.ts";
import { secondName, tx } from "@web/i18n.ts";
import { elder } from "./comfort.ts";
import { choose, go, priority, reset, settled } from "./flow.ts";
import { t } from "./texts.ts";
import { alone } from "./alone.ts";

export function Choose({ view, live }: { view: KioskView; live: Live<KioskView> }) {
  const [wanted, turn] = useState(0);
  const perPage = elder.value ? 4 : 6;
  const pages = Math.max(1, Math.ceil(view.services.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const shown = view.services.slice(page * perPage, (page + 1) * perPage);
  return (
    <section class="choose">
      <div class="title">
        <h1>{t("choose")}</h1>
        {view.offers_head_start && <PrioritySwitch />}
      </div>
      <div class="tiles">
        {shown.map((service) => (
          <Tile key={service.id} service={service} onPress={() => choose(live, service)} />
        ))}
      </div>
      <div class="foot">
        <Button icon="back" onClick={reset}>{t("back")}</Button>
        {pages > 1 && (
          <>
            <Button icon="back" disabled={page === 0} onClick={() => turn(page - 1)}>{t("previous")}</Button>
            <p role="status" aria-label={t("page", { page: page + 1, pages })}>
              {page + 1} / {pages}
            </p>
            <Button icon="forward" disabled={page === pages - 1} onClick={() => turn(page + 1)}>{t("next")}</Button>
          </>
        )}
      </div>
    </section>
  );
}

function PrioritySwitch() {
  if (!priority.value) return <Button icon="heart" class="care" onClick={() => go({ at: "priority" })}>{t("prioritySwitch")}</Button>;
  return (
    <Button icon="heart" class="care on" onClick={() => (priority.value = "")}>
      {t("priorityOn")} · {t("priorityOff")}
    </Button>
  );
}

// One business: its name twice, its letter, who waits, or in words why it cannot be had.
function Standing({ service }: { service: KioskService }) {
  if (service.suspended) {
    const until = service.suspended_until;
    return (
      <span class="standing shut">
        <Icon name="pause" /> {t("suspended", { reason: tx(service.suspended) })}
        {until && ` · ${t("until", { until })}`}
      </span>
    );
  }
  if (service.near_close === "stopped") return <span class="standing shut"><Icon name="clock" /> {t("stoppedToday")}</span>;
  if (alone.value) return <span class="standing unserved"><Icon name="alert" /> {t("offlineTile")}</span>;
  if (!service.served) return <span class="standing unserved"><Icon name="alert" /> {t("unserved")}</span>;
  return (
    <span class="standing">
      <span class="people">
        <Icon name="people" /> {service.waiting ? t("people", { count: service.waiting }) : t("noOne")}
      </span>
      {service.near_close === "warn" ? <span class="late"><Icon name="clock" /> {t("lateMark")}</span> : <Wait wait={service.wait} />}
    </span>
  );
}

export function Tile({ service, onPress }: { service: KioskService; onPress: () => void }) {
  const second = secondName(service.name);
  const shut = service.suspended !== null || service.near_close === "stopped";
  return (
    <button type="button" data-fit class={`tile${shut ? " shut" : ""}`} disabled={shut || !settled.value} onClick={onPress}>
      <b class="letter" aria-hidden="true">{service.letter}</b>
      <span class="names">
        <span class="name">{tx(service.name)}</span>
        {second && <span class="second">{second}</span>}
      </span>
      <Standing service={service} />
    </button>
  );
}
