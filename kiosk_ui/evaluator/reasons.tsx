// What was wrong, if the customer wants to say: several may be chosen, none must be.
import { Button } from "@web/parts.tsx";
import type { EvaluatorDesk } from "./desk.ts";
import { t, type Word } from "./texts.ts";

const REASONS: readonly Word[] = ["reason_wait", "reason_attitude", "reason_speed", "reason_rules", "reason_other"];

export function Reasons({ desk }: { desk: EvaluatorDesk }) {
  const chosen = desk.picked.value;
  const toggle = (word: Word) =>
    (desk.picked.value = chosen.includes(word) ? chosen.filter((w) => w !== word) : [...chosen, word]);
  return (
    <section class="asking" aria-label={t("why")}>
      <h1>{t("why")}</h1>
      <p class="faint">{t("why_hint")}</p>
      <div class="faces">
        {REASONS.map((word) => (
          <button key={word} type="button" class="face reason" aria-pressed={chosen.includes(word)} onClick={() => toggle(word)}>
            <span aria-hidden="true" class="tick">{chosen.includes(word) ? "✓" : ""}</span>
            <span>{t(word)}</span>
          </button>
        ))}
      </div>
      <div class="foot">
        <Button big onClick={() => desk.explain([])}>{t("skip")}</Button>
        <Button big kind="primary" disabled={!chosen.length} onClick={() => desk.explain(chosen)}>{t("send")}</Button>
      </div>
    </section>
  );
}
