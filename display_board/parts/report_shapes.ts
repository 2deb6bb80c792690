// What the reports answer with; the shapes of `GET /api/reports`.
import type { Text } from "@web/wire.ts";

export type Words = string | Text;
export type Period = "day" | "week" | "month" | "year";

export interface ReportName {
  name: string;
  title: Text;
}

export interface ShareCell {
  k: number;
  n: number;
  value: number | null;
  minimum: number;
  enough: boolean;
}

export interface TooFew {
  too_few: true;
  n: number;
  minimum: number;
}

export type Cell = null | number | boolean | Words | ShareCell | TooFew;

export interface Column {
  id: string;
  title: Text;
  kind: string;
}

export interface Row {
  cells: Record<string, Cell>;
  events?: string;
}

export interface ReportTable {
  id: string;
  title: Text;
  columns: readonly Column[];
  rows: readonly Row[];
}

export interface Difference {
  table: string;
  staff: string;
  column: string;
  locked: Cell;
  now: Cell;
}

export interface Snapshot {
  month: string;
  locked_at: string;
  sha256: string;
  new: boolean;
  intact: boolean;
  tables: readonly ReportTable[];
  differences: readonly Difference[];
}

export interface Report {
  name: string;
  title: Text;
  hall: Text;
  period: { kind: Period; first: string; last: string };
  people: Record<string, string>;
  tables?: readonly ReportTable[];
  snapshot?: Snapshot | null;
}
