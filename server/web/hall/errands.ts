// What there is to do: one's own a line a customer, since the ladder tells of one wait four times; others' a line a cause.
import { together } from "./together.ts";
import type { TaskRow, Text } from "../wire.ts";

/** The later rung says what the earlier ones said, and more. */
const WEIGHT = ["call_manager", "remedy", "low_rating", "open_counter", "later_break", "long_service", "internal_work", "pause_in_need", "pre_alert", "explain", "water"];
export const weight = ({ kind }: Pick<TaskRow, "kind">): number => (WEIGHT.includes(kind) ? WEIGHT.indexOf(kind) : WEIGHT.length);

export interface Errand {
  /** The heaviest of one's own speaks for all; of others' the heaviest. */
  main: TaskRow;
  all: readonly TaskRow[];
  mine: boolean;
}

/** Untaken before taken, one's own before others', the newest cause first. */
export function errands(tasks: readonly TaskRow[], role: string): Errand[] {
  const mine = (task: TaskRow) => task.roles.includes(role);
  const first = (a: TaskRow, b: TaskRow) => Number(mine(b)) - Number(mine(a)) || weight(a) - weight(b);
  const customers = together(tasks, (task) => task.ticket || task.id).map(([, all]) => all.sort(first));
  const own = customers.filter((all) => mine(all[0]!));
  const others = together(customers.filter((all) => !own.includes(all)), ([main]) => `${main!.kind} ${main!.taken_by}`).map(([, of]) => of.flat());
  const made = [...own.map((all) => errand(all, true)), ...others.map((all) => errand([...all].sort((a, b) => weight(a) - weight(b) || newest(a, b)), false))];
  const taken = ({ main }: Errand) => Number(main.taken_by !== "");
  return made.sort((a, b) => taken(a) - taken(b) || Number(b.mine) - Number(a.mine) || newest(a.main, b.main));
}

/** Whom it is about: the numbers or the places of a cause, each once. */
export const places = ({ main, all }: Errand): readonly Text[] => [...new Map(all.filter(({ kind }) => kind === main.kind).map(({ at }) => [at.zh, at])).values()];

const errand = (all: readonly TaskRow[], mine: boolean): Errand => ({ main: all[0]!, all, mine });
const newest = (a: TaskRow, b: TaskRow): number => Date.parse(b.raised_at) - Date.parse(a.raised_at);
