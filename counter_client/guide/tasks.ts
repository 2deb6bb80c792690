// Which tasks are whose, and which of them are to be heard now (the quiet rule).
import type { TaskRow } from "@web/wire.ts";

export const mine = (task: Pick<TaskRow, "roles">, role: string): boolean => task.roles.includes(role);

/** Those for this role whose time to ring has come: new ones at once, then every `repeat_seconds`. */
export const toRing = (tasks: readonly TaskRow[], role: string, rung: ReadonlyMap<string, number>, at: number): readonly TaskRow[] =>
  tasks.filter((task) => {
    const last = rung.get(task.id);
    const rested = last === undefined || at - last >= task.repeat_seconds * 1000;
    return !task.taken_by && mine(task, role) && rested;
  });
