// A counter's page that was opened without a counter: pick one.
import { useMemo } from "preact/hooks";
import { texts } from "./i18n.ts";
import type { HallInfo } from "./protocol.ts";
import { t } from "./words.ts";

export function ChoosePlace({ hall }: { hall: HallInfo }) {
  const path = useMemo(() => location.pathname, []);
  return (
    <main class="gate">
      <h1>{t("choosePlace")}</h1>
      <nav class="people" aria-label={t("choosePlace")}>
        {hall.counters.map((counter) => (
          <a key={counter.id} class="button secondary" href={`${path}?counter=${encodeURIComponent(counter.id)}`}>
            {texts(counter.name)}
          </a>
        ))}
      </nav>
    </main>
  );
}
