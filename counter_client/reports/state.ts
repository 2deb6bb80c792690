// Which report of which period is on the page; kept in the address, so that a link or a reload shows the same.
import { computed, effect, signal } from "@preact/signals";
import { addDays, addMonths, monthOf } from "@web/time/days.ts";
import { saveAs } from "@web/dialogue/files.ts";
import { hallDay, now } from "@web/time/clock.ts";
import { get, getFile } from "@web/dialogue/post.ts";
import { noAnswer, Refusal } from "@web/dialogue/refusal.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import type { Text } from "@web/wire.ts";
import type { Period, Report, ReportName } from "./shapes.ts";

const asked = new URLSearchParams(location.search);
export const PERIODS: readonly Period[] = ["day", "week", "month", "year"];
export const periodOf = (text: string | null): Period => PERIODS.find((one) => one === text) ?? "day";

export const name = signal(asked.get("report") || "waits");
export const period = signal<Period>(periodOf(asked.get("period")));
/** The day that was chosen; nothing is the hall's own today, which the server knows before this machine does. */
export const chosenDay = signal(/^\d{4}-\d\d-\d\d$/.test(asked.get("date") ?? "") ? asked.get("date")! : "");
export const date = computed(() => chosenDay.value || hallDay(now.value));

export const names = signal<readonly ReportName[]>([]);
export const report = signal<Report | null>(null);
export const reading = signal(false);
export const problem = signal<Text | null>(null);

const token = () => tokenOf("manager", "");
const AGAIN = 5_000;
let turn = 0;

type Format = "json" | "csv" | "xlsx";

export const wish = (format: Format = "json") =>
  ({ path: { name: name.value }, query: { period: period.value, date: chosenDay.value || undefined, format }, token: token() }) as const;

/** The newest wish wins, whichever answer comes first. */
export async function read(): Promise<void> {
  const mine = ++turn;
  reading.value = true;
  problem.value = null;
  try {
    const answer = await get("/api/reports/{name}", wish());
    if (mine === turn) report.value = answer;
  } catch (no) {
    if (mine === turn) problem.value = (no instanceof Refusal ? no : noAnswer()).text;
  } finally {
    if (mine === turn) reading.value = false;
  }
}

/** The order a manager reads them in; one that is new stands last. */
const ORDER = ["waits", "forecast", "counters", "remedies", "satisfaction", "monthly", "effect", "care", "appointments", "out_of_order"];
const place = ({ name: one }: ReportName): number => (ORDER.includes(one) ? ORDER.indexOf(one) : ORDER.length);

const readNames = () =>
  get("/api/reports", { token: token() }).then(
    ({ reports }) => (names.value = [...reports].sort((a, b) => place(a) - place(b))),
    () => setTimeout(readNames, AGAIN),
  );

/** Reads again whenever the wish changes, until the answer is called. */
export function follow(): () => void {
  void readNames();
  return effect(() => {
    const kept = new URLSearchParams({ report: name.value, period: period.value, date: date.value });
    history.replaceState(null, "", `${location.pathname}?${kept.toString()}`);
    void read();
  });
}

// Stepping through days, weeks and months by hall dates, "2024-07-10"; no clock of this machine is asked.

/** A day inside the period before or after; months keep to their first so that none is left out. */
export function step(date: string, period: Period, by: number): string {
  if (period === "year") return `${Number(date.slice(0, 4)) + by}-01-01`;
  return period === "month" ? `${addMonths(monthOf(date), by)}-01` : addDays(date, by * (period === "week" ? 7 : 1));
}

/** A month may be locked when it is over. */
export const isOver = (month: string, today: string): boolean => month < monthOf(today);

// Fetches a file with this page's token and hands it to the browser to save.
export async function save(format: "csv" | "xlsx", usualName: string): Promise<string> {
  const { name: given, blob } = await getFile("/api/reports/{name}", wish(format));
  const called = given || usualName;
  saveAs(blob, called);
  return called;
}

/** Every report of the month that the page shows, in one file. */
export async function saveMonth(): Promise<string> {
  const { name: given, blob } = await getFile("/api/reports/workbook", { query: { date: chosenDay.value || undefined }, token: token() });
  const called = given || `${monthOf(date.value)}.xlsx`;
  saveAs(blob, called);
  return called;
}
