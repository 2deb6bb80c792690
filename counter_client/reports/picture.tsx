// A report's bars, each with its figure in words; the goal as a line.
import { tx } from "@web/language/i18n.ts";
import { pictured } from "./picture.ts";
import { t } from "./texts.ts";
import type { People, ReportTable } from "./shapes.ts";

const WIDTH = 100;

export function Picture({ report, tables, people }: { report: string; tables: readonly ReportTable[]; people: People }) {
  const shown = pictured(report, tables, people);
  if (!shown) return null;
  const { table, bars, goal } = shown;
  return (
    <section class="picture" aria-label={t("picture_of", { title: tx(table.title) })}>
      {bars.map((bar, n) => (
        <div class="bar-line" key={n}>
          {bar.label && <span class="label">{bar.label}</span>}
          <svg class="share-bar" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="whole" width={WIDTH} height="10" />
            {bar.part !== null && <rect class={goal !== null && bar.part < goal ? "part few" : "part"} width={bar.part * WIDTH} height="10" />}
          </svg>
          <span class={bar.part === null ? "few" : ""}>{bar.text}</span>
        </div>
      ))}
      {goal !== null && <p class="faint">{t("goal_line", { goal: `${goal * 100} %` })}</p>}
    </section>
  );
}
