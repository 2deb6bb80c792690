// Going through a screen with two keys (next, choose) or with one switch that moves by itself (EN 301 549): what stands
// there, and what became of a key, give where one stands now. No page, no clock: `switches.ts` has those.

/** One thing that can be pressed. Those of one `row` are first gone past together: thirty letters are four rows. */
export interface Stop {
  id: string;
  row: string;
}

export interface Scan {
  /** By two keys, by one switch, or by neither. */
  way: "off" | "keys" | "switch";
  /** The stop, or with `rowId` the whole row. */
  at: string;
  /** The row that was gone into, "" for the screen itself. */
  row: string;
  /** The screen as it was: where something is gone, one stands on what came after it. */
  order: readonly string[];
  page: string;
  /** How often all of it was passed since the last press. */
  rounds: number;
}

export const OFF: Scan = { way: "off", at: "", row: "", order: [], page: "", rounds: 0 };
export const ROUNDS = 2; // without a press: nobody is there

export type Sign = "next" | "previous" | "choose" | "switch" | "tick" | "touch";

export interface After {
  scan: Scan;
  /** The stop to press now. */
  press?: string;
}

export const rowId = (row: string): string => `row ${row}`;

const screenOf = (stops: readonly Stop[]): string[] => [...new Set(stops.map(({ id, row }) => (row ? rowId(row) : id)))];
const within = (stops: readonly Stop[], row: string): string[] => stops.filter((stop) => stop.row === row).map(({ id }) => id);

/** What is marked: one stop, or all of a row. */
export const markedBy = ({ way, at }: Scan, stops: readonly Stop[]): string[] =>
  way === "off" ? [] : stops.filter(({ id, row }) => id === at || (row && rowId(row) === at)).map(({ id }) => id);

/** The first that is still there of what came behind `gone`, else the first of all. */
function successor(gone: string, before: readonly string[], now: readonly string[]): string {
  const behind = before.slice(before.indexOf(gone) + 1);
  return behind.find((id) => now.includes(id)) ?? now[0] ?? "";
}

/** The screen has changed: a new one is begun at its first stop, on the same one the place is kept. */
export function settle(scan: Scan, page: string, stops: readonly Stop[]): Scan {
  if (scan.way === "off") return scan;
  const order = screenOf(stops);
  if (page !== scan.page) return { ...scan, page, order, row: "", at: order[0] ?? "", rounds: 0 };
  const inside = within(stops, scan.row);
  if (scan.row && inside.length) return { ...scan, order, at: inside.includes(scan.at) ? scan.at : inside[0]! };
  const at = scan.row ? rowId(scan.row) : scan.at;
  return { ...scan, order, row: "", at: order.includes(at) ? at : successor(at, scan.order, order) };
}

function move(scan: Scan, by: 1 | -1, stops: readonly Stop[]): Scan {
  const list = scan.row ? within(stops, scan.row) : scan.order;
  const to = list.indexOf(scan.at) + by;
  const over = to < 0 || to >= list.length;
  if (!over) return { ...scan, at: list[to]! };
  if (scan.row) return { ...scan, row: "", at: rowId(scan.row) }; // out of the row again
  return { ...scan, at: list[(to + list.length) % list.length] ?? "", rounds: scan.rounds + 1 };
}

function choose(scan: Scan, stops: readonly Stop[]): After {
  const into = stops.find(({ row }) => row && rowId(row) === scan.at)?.row;
  if (into) return { scan: { ...scan, row: into, at: within(stops, into)[0]!, rounds: 0 } };
  if (!scan.at) return { scan };
  const at = scan.row ? rowId(scan.row) : scan.at;
  return { scan: { ...scan, row: "", at, rounds: 0 }, press: scan.at };
}

/** The first key only shows where one stands: nothing is ever pressed unseen. */
function begin(way: "keys" | "switch", page: string, stops: readonly Stop[]): Scan {
  return stops.length ? settle({ ...OFF, way }, page, stops) : OFF;
}

const USED = { next: "keys", previous: "keys", choose: "keys", switch: "switch" } as const;

export function after(was: Scan, sign: Sign, page: string, stops: readonly Stop[]): After {
  if (sign === "touch") return { scan: OFF };
  if (was.way === "off") return { scan: sign === "tick" ? OFF : begin(USED[sign], page, stops) };
  const scan = settle(was, page, stops);
  switch (sign) {
    case "next":
      return { scan: { ...move(scan, 1, stops), way: "keys" } };
    case "previous":
      return { scan: { ...move(scan, -1, stops), way: "keys" } };
    case "choose":
    case "switch":
      return choose(scan, stops);
    case "tick": {
      if (scan.way !== "switch") return { scan };
      const moved = move(scan, 1, stops);
      return { scan: moved.rounds < ROUNDS ? moved : OFF };
    }
  }
}

const NEXT = ["Tab", "ArrowDown", "ArrowRight", "F13"];
const PREVIOUS = ["ArrowUp", "ArrowLeft"];
const CHOOSE = ["Enter", "F14"];
const SWITCH = [" ", "F15"];

/** What a key of a pad means; null for all the others. */
export function meaningOf(key: string, shift: boolean, spaceMoves: boolean): Sign | null {
  if ((key === "Tab" && shift) || PREVIOUS.includes(key)) return "previous";
  if (NEXT.includes(key) || (key === " " && spaceMoves)) return "next";
  if (CHOOSE.includes(key)) return "choose";
  return SWITCH.includes(key) ? "switch" : null;
}
