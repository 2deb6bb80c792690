// One business: its name twice, its letter, who waits, or in words why it cannot be had.
import { secondName, tx } from "@web/i18n.ts";
import { Icon, Wait } from "@web/parts.tsx";
import type { KioskService } from "@web/wire.ts";
import { alone } from "./alone.ts";
import { settled } from "./flow.ts";
import { t } from "./texts.ts";

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
