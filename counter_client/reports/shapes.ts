// What the reports answer with; the shapes of `GET /api/reports`.
export type { Column, LockedDifference as Difference, LockedMonth as Snapshot, ReportRow as Row, ReportShown as Report, ReportTable, ReportTitle as ReportName, ShareCell, TooFew } from "@web/wire.ts";
import type { ReportRow, ReportShown, Text } from "@web/wire.ts";

/** Who and what a report names: a person by number, a device by id. */
export type People = ReportShown["people"];

export type Words = string | Text;
export type Period = ReportShown["period"]["kind"];

export type Cell = ReportRow["cells"][string];

