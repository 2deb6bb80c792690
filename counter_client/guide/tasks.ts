// Which tasks are whose, and which of them are to be heard now (the quiet rule).
import { errands, weight, type Errand } from "@web/hall/errands.ts";
import type { GuideView, TaskRow } from "@web/wire.ts";

export const mine = (task: Pick<TaskRow, "roles">, role: string): boolean => task.roles.includes(role);

export type Ringing = Pick<TaskRow, "id" | "roles" | "repeat_seconds" | "taken_by">;

const ALERTS_AGAIN = 60; // seconds

/** A customer who calls for help and a slip that failed are heard as a task is, until somebody goes. */
export const ringing = (view: Pick<GuideView, "tasks" | "alerts"> | null, role: string): readonly Ringing[] =>
  view ? [...view.tasks, ...view.alerts.map(({ id, acknowledged_by }) => ({ id, roles: [role], repeat_seconds: ALERTS_AGAIN, taken_by: acknowledged_by }))] : [];

/** Those for this role whose time to ring has come: new ones at once, then every `repeat_seconds`. */
export const toRing = <T extends Ringing>(tasks: readonly T[], role: string, rung: ReadonlyMap<string, number>, at: number): readonly T[] =>
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
