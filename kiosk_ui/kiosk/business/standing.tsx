// How a business stands, in words: who waits and how long, or why it cannot be had.
import { tx } from "@web/language/i18n.ts";
import { Icon, Wait } from "@web/drawing/parts.tsx";
import type { KioskService } from "@web/wire.ts";
import { alone } from "../alone/alone.ts";
import { t } from "../texts.ts";

/** Nobody waits, and yet it takes a while: everybody is being served. The minutes beside it have a reason so. */
export function peopleText(service: Pick<KioskService, "waiting" | "wait">): string {
  if (service.waiting) return t("people", { count: service.waiting });
  return t(service.wait.state === "minutes" ? "allBusy" : "noOne");
}

export const isShut = (service: KioskService): boolean => service.suspended !== null || service.near_close === "stopped";

export function Standing({ service }: { service: KioskService }) {
  if (service.suspended) {
    const until = service.suspended_until;
    return (
      <span class="standing shut">
        <Icon name="pause" /> {t("paused")}<span data-gives={2}>{t("suspended", { reason: tx(service.suspended) })}</span>
        {until && ` · ${t("until", { until })}`}
      </span>
    );
  }
  if (service.near_close === "stopped") return <span class="standing shut"><Icon name="clock" /> {t("stoppedToday")}</span>;
  if (alone.value) return <span class="standing unserved"><Icon name="alert" /> {t("offlineTile")}</span>;
  if (!service.served) return <span class="standing unserved"><Icon name="alert" /> {t("unserved")}<span data-gives={2}>{t("unservedYet")}</span></span>;
  return (
    <span class="standing">
      <span class="people" data-gives={2}>
        <Icon name="people" /> {peopleText(service)}
      </span>
      {service.near_close === "warn" ? <span class="late"><Icon name="clock" /> {t("lateMark")}</span> : <Wait wait={service.wait} />}
    </span>
  );
}

/** The same in two words, for the list of the first page. */
export function shortStanding(service: KioskService) {
  if (service.suspended) return t("paused");
  if (service.near_close === "stopped") return t("stoppedShort");
  return alone.value ? t("offlineTile") : <Wait wait={service.wait} />;
}
