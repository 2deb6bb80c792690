// One picture a report: which table it shows, as bars; a share that is of too few has no bar, only its words.
import { cellText, isShare, isTooFew } from "./cells.ts";
import type { Cell, People, ReportTable } from "./shapes.ts";

export interface Bar {
  label: string;
  /** 0 … 1 of the whole width; null where there are too few. */
  part: number | null;
  text: string;
}

interface Shown {
  table: string;
  name: string;
  figure: string;
  /** What a share has to reach. */
  goal?: number;
}

/** The waits have their course over the day, the effect its intervals. */
const SHOWN: Record<string, Shown> = {
  counters: { table: "by_counter", name: "counter", figure: "served" },
  remedies: { table: "by_day", name: "day", figure: "coverage", goal: 1 },
  satisfaction: { table: "levels", name: "level", figure: "n" },
  monthly: { table: "rates", name: "staff", figure: "satisfied" },
  care: { table: "ladder", name: "act", figure: "n" },
  guidance: { table: "ways", name: "way", figure: "n" },
  pre_acceptance: { table: "rate", name: "service", figure: "prepared_share" },
  enquiry: { table: "by_counter", name: "counter", figure: "enquiry_share" },
  first_time: { table: "resolved", name: "service", figure: "first_time" },
  promises: { table: "by_band", name: "band", figure: "in_time", goal: 0.8 },
  appointments: { table: "by_service", name: "service", figure: "within" },
  out_of_order: { table: "summary", name: "", figure: "specific_share" },
};
const MOST = 31;

export interface Pictured {
  table: ReportTable;
  bars: readonly Bar[];
  goal: number | null;
}

/** Nothing where there is nothing to see, or so much that no bar could be told from the next. */
export function pictured(report: string, tables: readonly ReportTable[], people: People): Pictured | null {
  const shown = SHOWN[report];
  const table = tables.find(({ id }) => id === shown?.table);
  if (!shown || !table || !table.rows.length || table.rows.length > MOST) return null;
  const kind = (id: string) => table.columns.find((column) => column.id === id)?.kind ?? "text";
  const cells = table.rows.map((row) => row.cells[shown.figure] ?? null);
  const most = Math.max(1, ...cells.map((cell) => (typeof cell === "number" ? cell : 0)));
  const bars = table.rows.map((row, n) => ({
    label: shown.name ? cellText(kind(shown.name), row.cells[shown.name] ?? null, people) : "",
    part: partOf(cells[n]!, most),
    text: cellText(kind(shown.figure), cells[n]!, people),
  }));
  return bars.some(({ part }) => part !== null) ? { table, bars, goal: shown.goal ?? null } : null;
}

const partOf = (cell: Cell, most: number): number | null => {
  if (isShare(cell)) return cell.enough ? cell.value : null;
  return typeof cell === "number" && !isTooFew(cell) ? cell / most : null;
};
