// The effect report's flat tables as a sheet to read: sections with note and verdict, their comparisons, their figures.
import { cellText, isTooFew, NOTHING } from "./cells.ts";
import type { Cell, ReportTable, Row, ShareCell, Words } from "./shapes.ts";

/** A figure with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface Group {
  name: Words;
  n: number;
  mean: number | null;
  satisfied: ShareCell | null;
}

export interface Compared {
  label: Words;
  groups: readonly Group[];
  difference: Estimate | null;
  satisfied: Estimate | null; // in percent
  detectable: number | null;
  /** What stands where a figure is missing: too few, too imprecise … */
  without: { difference: string; satisfied: string; detectable: string };
  verdict: Words;
  /** Whether this is the one that the opening sentence speaks from. */
  answers: boolean;
}

export interface Figure {
  line: Words;
  name: Words;
  text: string;
}

export interface Section {
  title: Words;
  note: Words;
  verdict: Words;
  compared: readonly Compared[];
  figures: readonly Figure[];
}

const words = (cell: Cell | undefined): Words => (cell ?? "") as Words;
const number = (cell: Cell | undefined): number | null => (typeof cell === "number" ? cell : null);
const key = (text: Words): string => (typeof text === "string" ? text : text.zh);

/** As the server served it: nothing is concluded here, and no section is left out. */
export function sections(tables: readonly ReportTable[]): readonly Section[] {
  const rowsOf = (id: string): readonly Row[] => tables.find((table) => table.id === id)?.rows ?? [];
  return rowsOf("overview").map(({ cells }) => {
    const title = words(cells.section);
    const compared = tables.find((table) => table.id !== "overview" && key(table.title) === key(title));
    const figures = rowsOf("figures").filter((row) => key(words(row.cells.section)) === key(title));
    return { title, note: words(cells.note), verdict: words(cells.verdict), compared: (compared?.rows ?? []).map(comparedOf), figures: figures.map(figure) };
  });
}

const comparedOf = ({ cells }: Row): Compared => ({
  label: words(cells.line),
  groups: ["a", "b"].filter((side) => cells[`group_${side}`]).map((side) => group(cells, side)),
  difference: estimate(cells.difference, cells.low, cells.high),
  satisfied: estimate(cells.satisfied_difference, cells.satisfied_low, cells.satisfied_high),
  detectable: number(cells.detectable),
  without: { difference: inWords(cells.difference), satisfied: inWords(cells.satisfied_difference), detectable: inWords(cells.detectable) },
  verdict: words(cells.verdict),
  answers: cells.answers === true,
});

const inWords = (cell: Cell | undefined): string => (typeof cell === "number" ? "" : cellText("", cell ?? null, {}));

const group = (cells: Row["cells"], side: string): Group => ({
  name: words(cells[`group_${side}`]),
  n: number(cells[`n_${side}`]) ?? 0,
  mean: number(cells[`mean_${side}`]),
  satisfied: (cells[`satisfied_${side}`] ?? null) as ShareCell | null,
});

const figure = ({ cells }: Row): Figure => ({ line: words(cells.line), name: words(cells.figure), text: figureText(cells.value ?? null) });

/** All three or none. */
function estimate(value: Cell | undefined, low: Cell | undefined, high: Cell | undefined): Estimate | null {
  const [middle, from, to] = [number(value), number(low), number(high)];
  return middle === null || from === null || to === null ? null : { value: middle, low: from, high: to };
}

// Differences with their intervals, and single figures, in words.
/** A minus sign as it is printed, and a plus where a difference is meant. */
const signed = (value: number, places: number): string => {
  const text = Math.abs(value).toFixed(places);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
};

/** "+17 [−8, +46]"; never the figure without its interval. */
export const estimateText = ({ value, low, high }: Estimate, places = 2): string =>
  `${signed(value, places)} [${signed(low, places)}, ${signed(high, places)}]`;

/** A comparison on the scale of the picture, 0 … 100; `zero` is where no difference lies. */
export interface Drawn {
  /** Whether the sentence above the picture speaks from it. */
  answers: boolean;
  label: Words;
  at: Estimate;
  value: number;
  low: number;
  high: number;
}

/** Every difference with an interval, on one scale that holds them all and 0. */
export function drawn(measured: readonly Section[]): { lines: readonly Drawn[]; zero: number; most: number } {
  const all = measured.flatMap((section) => section.compared.map((one) => ({ section, one }))).filter(({ one }) => one.difference);
  const most = Math.max(1, ...all.flatMap(({ one }) => [Math.abs(one.difference!.low), Math.abs(one.difference!.high)]));
  const place = (points: number) => 50 + (points / most) * 48;
  const lines = all.map(({ section, one }) => {
    const at = one.difference!;
    const label = key(one.label) ? { zh: `${key(section.title)} · ${key(one.label)}`, en: `${inEnglish(section.title)} · ${inEnglish(one.label)}` } : section.title;
    return { answers: one.answers, label, at, value: place(at.value), low: place(at.low), high: place(at.high) };
  });
  return { lines, zero: place(0), most };
}

const inEnglish = (text: Words): string => (typeof text === "string" ? text : text.en || text.zh);

/** A figure, or what is said where there is none. */
export const figureText = (value: Cell): string =>
  value === null ? NOTHING : isTooFew(value) || typeof value !== "number" ? cellText("", value, {}) : Number.isInteger(value) ? String(value) : value.toFixed(2);
