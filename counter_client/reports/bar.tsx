// The page's controls: which period, which day, and what to take away.
import { Button, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import { t } from "./texts.ts";
import { PERIODS, step, chosenDay, date, name, period, report, save, saveMonth } from "./state.ts";
import type { Period } from "./shapes.ts";

export function ReportBar({ always }: { always?: Period }) {
  const chosen = always ?? period.value;
  const move = (by: number) => (chosenDay.value = step(date.value, chosen, by));
  const pick = (event: Event) => {
    const day = (event.currentTarget as HTMLInputElement).value;
    if (day) chosenDay.value = day;
  };
  const keep = (format: "csv" | "xlsx") => {
    const usual = `${name.value}-${report.value?.period.first ?? date.value}.${format === "csv" ? "zip" : format}`;
    void save(format, usual).then((saved) => notify(t("saved", { name: saved }), "good"), notifyRefusal);
  };
  const whole = () => void saveMonth().then((saved) => notify(t("saved", { name: saved }), "good"), notifyRefusal);
  return (
    <div class="bar">
      <div class="segments" role="group" aria-label={t("period")}>
        {PERIODS.map((one) => (
          <Button key={one} aria-pressed={chosen === one} disabled={always !== undefined && always !== one} onClick={() => (period.value = one)}>{t(one)}</Button>
        ))}
      </div>
      <div class="dates">
        <Button icon="back" aria-label={t("before")} onClick={() => move(-1)} />
        <label><span class="hidden">{t("date")}</span><input type="date" value={date} onChange={pick} /></label>
        <Button icon="forward" aria-label={t("after")} onClick={() => move(1)} />
        <Button kind="quiet" onClick={() => (chosenDay.value = "")}>{t("today")}</Button>
      </div>
      <div class="take">
        <Button onClick={whole}>{t("workbook")}</Button>
        <Button onClick={() => keep("csv")}>{t("csv")}</Button>
        <Button onClick={() => keep("xlsx")}>{t("xlsx")}</Button>
        <Button icon="printer" onClick={() => print()}>{t("print")}</Button>
      </div>
    </div>
  );
}
