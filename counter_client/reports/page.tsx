// One report: its title and period, its chart, its tables, and what belongs to it alone.
import { tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import { t } from "./texts.ts";
import { ForecastChart, HalfHourChart } from "./chart.tsx";
import { EffectSheet } from "./effect.tsx";
import { MonthLock } from "./month.tsx";
import type { Report } from "./shapes.ts";
import { problem, read, reading, report } from "./state.ts";
import { Picture } from "./picture.tsx";
import { TableView, type Open } from "./table.tsx";

interface Props {
  limits: { goal_seconds: number; threshold_seconds: number };
  mayLock: boolean;
  onOpen: Open;
}

export function ReportPage(props: Props) {
  const shown = report.value;
  return (
    <div class={reading.value ? "report reading" : "report"} aria-busy={reading.value}>
      {problem.value && <p role="alert" class="problem">{tx(problem.value)} <Button onClick={() => void read()}>{t("retry")}</Button></p>}
      {!shown && !problem.value && <p role="status">{t("reading")}</p>}
      {shown && !problem.value && <Shown report={shown} {...props} />}
    </div>
  );
}

function Shown({ report: { title, hall, period, ...rest }, limits, mayLock, onOpen }: Props & { report: Report }) {
  const whole = { title, hall, period, ...rest };
  // What was locked is the month's result; what would be computed now stands beside it as differences.
  const tables = rest.snapshot?.tables ?? rest.tables ?? [];
  return (
    <>
      <h2>
        {tx(title)}{" "}
        <small>{tx(hall)} · {period.first === period.last ? period.first : t("range", { first: period.first, last: period.last })}</small>
      </h2>
      <p class="units">{t("units")}</p>
      {whole.opening && tx(whole.opening) && <p class="opening">{tx(whole.opening)}</p>}
      {rest.name === "monthly" && <MonthLock report={whole} may={mayLock} />}
      {rest.name === "waits" && <HalfHourChart goal={limits.goal_seconds} threshold={limits.threshold_seconds} />}
      {rest.name === "forecast" && <ForecastChart />}
      <Picture report={whole.name} tables={tables} people={rest.people} />
      {rest.name === "effect" && <EffectSheet tables={tables} />}
      {rest.name !== "effect" && <div class="tables">{tables.map((table) => <TableView key={table.id} table={table} people={rest.people} onOpen={onOpen} />)}</div>}
    </>
  );
}
