// Which tasks are whose, and which of them are to be heard now (the quiet rule).
import { errands, weight, type Errand } from "@web/hall/errands.ts";
import type { TaskRow } from "@web/wire.ts";

export const mine = (task: Pick<TaskRow, "roles">, role: string): boolean => task.roles.includes(role);

/** Those for this role whose time to ring has come: new ones at once, then every `repeat_seconds`. */
export const toRing = (tasks: readonly TaskRow[], role: string, rung: ReadonlyMap<string, number>, at: number): readonly TaskRow[] =>
  tasks.filter((task) => {
    const last = rung.get(task.id);
    const rested = last === undefined || at - last >= task.repeat_seconds * 1000;
    return !task.taken_by && mine(task, role) && rested;
  });

/** A line a customer: the untaken first, the remedy before all else, whoever waits longest first; then what is for others. */
export function lines(tasks: readonly TaskRow[], role: string): { own: readonly Errand[]; others: readonly Errand[] } {
  const order = ({ main: a }: Errand, { main: b }: Errand) =>
    Number(!!a.taken_by) - Number(!!b.taken_by) || weight(a) - weight(b) || Date.parse(a.raised_at) - Date.parse(b.raised_at);
  const all = [...errands(tasks, role)].sort(order);
  return { own: all.filter(({ mine }) => mine), others: all.filter(({ mine }) => !mine) };
}
