// The top of every kiosk screen: whose hall, what time, and what is wrong with the paper.
import { clockText, dateText, now } from "@web/time/clock.ts";
import { lang, secondName, tx } from "@web/language/i18n.ts";
import { Icon } from "@web/drawing/parts.tsx";
import type { KioskView } from "@web/wire.ts";
import { alone } from "../alone/alone.ts";
import { t } from "../texts.ts";

const PAPER = { warn: "paperLow", down: "printerDown" } as const;

export function Head({ view, away }: { view: KioskView | null; away: boolean }) {
  const paper = view && PAPER[view.printer as keyof typeof PAPER];
  return (
    <header class={alone.value || paper ? "told" : ""}>
      <div class="whose" data-fit>
        <strong>{view ? tx(view.hall) : ""}</strong>
        {view && <span>{secondName(view.hall)}</span>}
      </div>
      <div class="when">
        <strong>{clockText(now.value)}</strong>
        <span>{dateText(now.value, lang.value)}</span>
      </div>
      {alone.value && <p class="paper warn" role="status"><Icon name="alert" /> {t("offlineNow")}</p>}
      {paper && !away && (
        <p class={`paper ${view.printer}`} role="status">
          <Icon name="printer" /> {t(paper)}
        </p>
      )}
    </header>
  );
}
