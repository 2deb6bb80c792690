// The course of a day: waits of each half-hour against their limits, and customers expected beside those who came.
import { useComputed } from "@preact/signals";
import { Chart } from "@web/drawing/chart.tsx";
import { t } from "./texts.ts";
import { forecastCourse, halfHours } from "./chart.ts";
import { report } from "./state.ts";

const HALF_HOUR = 1800; // s
const MEAN = "#0b5cad";
const P90 = "#c0392b";
const BOUND = "#9db4c8";

export function HalfHourChart({ goal, threshold }: { goal: number; threshold: number }) {
  const data = useComputed(() => halfHours(report.value));
  if (data.value[0].length < 2) return null;
  const limit = (seconds: number, stroke: string) => ({ value: seconds / 60, text: t("minutes", { n: seconds / 60 }), stroke });
  return (
    <section class="table">
      <h3>
        {t("chart")} <span class="chart-key course" style={{ "--key": MEAN }}>{t("mean")}</span>
        <span class="chart-key course" style={{ "--key": P90 }}>{t("p90")}</span>
      </h3>
      <div class="plot">
        <Chart every={HALF_HOUR} label={t("chart_label")} lines={[{ stroke: MEAN }, { stroke: P90 }]} limits={[limit(goal, "#9a5b00"), limit(threshold, "#7a1fa2")]} data={data} />
      </div>
    </section>
  );
}

export function ForecastChart() {
  const data = useComputed(() => forecastCourse(report.value));
  if (data.value[0].length < 2) return null;
  return (
    <section class="table">
      <h3>
        {t("forecast_chart")} <span class="chart-key course" style={{ "--key": MEAN }}>{t("expected")}</span>
        <span class="chart-key course" style={{ "--key": BOUND }}>{t("bounds")}</span>
        <span class="chart-key course" style={{ "--key": P90 }}>{t("came")}</span>
      </h3>
      <div class="plot">
        <Chart every={HALF_HOUR} label={t("forecast_label")} lines={[{ stroke: MEAN }, { stroke: BOUND }, { stroke: BOUND }, { stroke: P90 }]} data={data} />
      </div>
    </section>
  );
}
