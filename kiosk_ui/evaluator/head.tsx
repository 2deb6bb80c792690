// The top line of the evaluator: whose screen, how much time is left, and the other language.
import { lang, other, tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { EvaluatorView } from "@web/wire.ts";
import type { EvaluatorDesk } from "./desk.ts";
import { t } from "./texts.ts";

const RADIUS = 19;
const ROUND = 2 * Math.PI * RADIUS;

/** A ring that empties, around the seconds; the words are for who hears the screen. */
function Ring({ left, total }: { left: number; total: number }) {
  return (
    <span class="ring" role="timer" aria-label={t("left", { n: left })}>
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r={RADIUS} />
        <circle class="rest" cx="22" cy="22" r={RADIUS} stroke-dasharray={`${(ROUND * left) / total} ${ROUND}`} />
      </svg>
      <b aria-hidden="true">{left}</b>
    </span>
  );
}

export function Head({ view, desk }: { view: EvaluatorView; desk: EvaluatorDesk }) {
  const asking = desk.total.value > 0 && desk.scene.value !== "thanks";
  return (
    <header>
      <span class="hall">{tx(view.hall)}</span>
      {asking && <Ring left={desk.left.value} total={desk.total.value} />}
      <Button kind="quiet" icon="language" lang={lang.value === "zh" ? "en" : "zh-CN"} onClick={() => (lang.value = other())}>
        {t("language")}
      </Button>
    </header>
  );
}
