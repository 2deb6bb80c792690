// Who should not stand in line for long says so here; the reason stays between them and the clerk.
import { Button } from "@web/parts.tsx";
import { go, priority, settled } from "./flow.ts";
import { t } from "./texts.ts";

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
          <button key={reason} type="button" class="tile word" disabled={!settled.value} onClick={() => set(reason)}>
            <span class="name">{t(reason)}</span>
            <span class="second">{t("priorityOn")}</span>
          </button>
        ))}
      </div>
      <div class="foot">
        <Button icon="back" onClick={() => set("")}>{t("ordinary")}</Button>
      </div>
    </section>
  );
}
