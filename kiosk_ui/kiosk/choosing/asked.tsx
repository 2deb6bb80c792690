// It is nearly closing time: who takes a number now may not be served today, and hears so before.
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Icon, Wait } from "@web/drawing/parts.tsx";
import type { KioskView } from "@web/wire.ts";
import { go, goOn, reset, priority } from "../flow.ts";
import { t } from "../texts.ts";
import { back } from "../control_words.ts";
import { WordTile } from "../word_tile.tsx";

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
        <WordTile word="lateLeave" onClick={reset} />
        <WordTile word="stillTake" strong onClick={() => goOn(live, service, untold)} />
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
          <WordTile key={reason} word={reason} onClick={() => set(reason)}>
            <span class="second">{t("priorityOn")}</span>
          </WordTile>
        ))}
      </div>
      <div class="foot">
        <Button {...back("ordinary")} icon="back" onClick={() => set("")}>{t("ordinary")}</Button>
      </div>
    </section>
  );
}
