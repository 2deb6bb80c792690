// Waits over the day: a dot per call, the course of the last half hour, the goal's and the remedy's line.
import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Chart } from "@web/drawing/chart.tsx";
import { clockText } from "@web/time/clock.ts";
import type { ManagerView } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { follow, series, seriesLost, columns, lastWindow } from "./chart.ts";
import { show } from "../dialogs.ts";

const ORDINARY = "#6f9fd0";
const REMEDIED = "#7a1fa2";
const COURSE = "#0b3d75";
const LIMIT = ["#9a5b00", "#7a1fa2"];

export function WaitChart({ view }: { view: ManagerView }) {
  useEffect(() => follow(view.day ?? ""), [view.day]);
  const data = useComputed(() => columns(series.value?.points ?? []));
  const points = series.value?.points ?? [];
  const pick = (index: number) => {
    const point = points[index];
    if (point) show({ kind: "ticket", ticket: point.ticket, number: point.number });
  };
  return (
    <section class="waits">
      <h2 data-fit>
        {t("chart")}{" "}
        <span class="chart-key" style={{ "--key": ORDINARY }}>{t("call")}</span>
        <span class="chart-key" style={{ "--key": REMEDIED }}>{t("remedied_call")}</span>
        <span class="chart-key course" style={{ "--key": COURSE }}>{t("course")}</span>
      </h2>
      <div class="plot">
        <Chart
          label={t("chart_label", { latest: latestText() })}
          lines={[{ stroke: ORDINARY, dots: true }, { stroke: REMEDIED, dots: true }, { stroke: COURSE }]}
          limits={[view.goal_seconds, view.threshold_seconds].map((seconds, n) => ({ value: seconds / 60, text: t("minutes_line", { n: seconds / 60 }), stroke: LIMIT[n]! }))}
          data={data}
          onPick={pick}
        />
        {!points.length && <p class="note">{t(seriesLost.value ? "chart_lost" : "chart_empty")}</p>}
      </div>
    </section>
  );
}

function latestText(): string {
  const points = series.value?.points ?? [];
  const last = points[points.length - 1];
  if (!last) return t("chart_empty");
  const course = columns(points)[3];
  const mean = (course[course.length - 1] ?? 0).toFixed(1);
  return t("latest", { time: clockText(Date.parse(last.at)), mean, n: lastWindow(points) });
}
