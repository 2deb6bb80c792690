// It is nearly closing time: who takes a number now may not be served today, and hears so before.
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Icon, Wait } from "@web/drawing/parts.tsx";
import type { KioskView } from "@web/wire.ts";
import { go, goOn, reset, settled, priority } from "../flow.ts";
import { t } from "../texts.ts";
import { back, spoken } from "../control_words.ts";

export function Late({ view, live, service: id, untold }: { view: KioskView; live: Live<KioskView>; service: string; untold?: boolean }) {
  const service = view.services.find((s) => s.id === id);
  if (!service) return null;
  return (
    <section class="ask late">
      <div class="title" data-fit>
        <h1><Icon name="clock" /> {t("lateTitle", { closes: view.hours.closes })}</h1>
        <p>{t("lateHelp", { service: tx(service.name) })}</p>
      </div>
      <p class="late-wait"><span>{t("wait")}</span> <Wait wait={service.wait} /></p>
      <div class="tiles pair">
        <button type="button" {...spoken("lateLeave")} class="tile word" disabled={!settled.value} onClick={reset}>
          <span class="name">{t("lateLeave")}</span>
        </button>
        <button type="button" {...spoken("stillTake")} class="tile word strong" disabled={!settled.value} onClick={() => goOn(live, service, untold)}>
          <span class="name">{t("stillTake")}</span>
        </button>
      </div>
      <div class="foot">
        <Button {...back()} icon="back" onClick={() => go({ at: "choose" })}>{t("back")}</Button>
      </div>
    </section>
  );
}

// Who should not stand in line for long says so here; the reason stays between them and the clerk.
const REASONS = ["elderly", "pregnant", "disabled", "infant", "ill", "serviceman"] as const;

export function Priority() {
  const set = (reason: string) => {
    priority.value = reason;
    go({ at: "choose" });
  };
  return (
    <section class="ask">
      <div class="title">
        <h1>{t("priorityTitle")}</h1>
        <p>{t("priorityHelp")}</p>
      </div>
      <div class="tiles plain">
        {REASONS.map((reason) => (
          <button key={reason} type="button" {...spoken(reason)} class="tile word" disabled={!settled.value} onClick={() => set(reason)}>
            <span class="name">{t(reason)}</span>
            <span class="second">{t("priorityOn")}</span>
          </button>
        ))}
      </div>
      <div class="foot">
        <Button {...back("ordinary")} icon="back" onClick={() => set("")}>{t("ordinary")}</Button>
      </div>
    </section>
  );
}
