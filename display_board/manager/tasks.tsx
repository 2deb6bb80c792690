// What somebody should do now: who was told, since when, who is on it; the untaken ones first.
import { mmss, now } from "@web/clock.ts";
import type { Live } from "@web/live.ts";
import { Button, Icon, notifyRefusal } from "@web/parts.tsx";
import { since } from "@web/standing.ts";
import type { ManagerView, TaskRow } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { rolesText, taskText } from "../../server/web/code_words.ts";

export function Tasks({ view, live, acts }: { view: ManagerView; live: Live<ManagerView>; acts: boolean }) {
  const mine = (task: TaskRow) => task.roles.includes("hall_manager");
  // Untaken before taken, the manager's own before others', the oldest before the newer.
  const sorted = [...view.tasks].sort((a, b) => Number(!!a.taken_by) - Number(!!b.taken_by) || Number(mine(b)) - Number(mine(a)));
  return (
    <section class="tasks">
      <h2>{t("tasks")}{sorted.length > 0 && <small>{sorted.length}</small>}</h2>
      {!sorted.length && <p class="calm"><Icon name="check" /> {t("no_tasks")}</p>}
      <ul>{sorted.map((task) => <Row key={task.id} task={task} live={live} acts={acts} />)}</ul>
    </section>
  );
}

function Row({ task, live, acts }: { task: TaskRow; live: Live<ManagerView>; acts: boolean }) {
  const what = taskText(task);
  const take = () => void live.ask({ type: "take_task", task: task.id }).catch(notifyRefusal);
  const drop = () => void live.ask({ type: "drop_task", task: task.id }).catch(notifyRefusal);
  return (
    <li class={`${task.kind} ${task.taken_by ? "taken" : ""}`}>
      <p>
        <b>{what}</b>
        <small>{mmss(since(task.raised_at, now.value))} · {task.taken_by ? t("taken", { by: task.taken_by_name }) : t("to", { roles: rolesText(task.roles) })}</small>
      </p>
      {acts && (
        <>
          {!task.taken_by && <Button aria-label={t("take_this", { what })} onClick={take}>{t("take")}</Button>}
          <Button kind="quiet" aria-label={t("drop_this", { what })} onClick={drop}>{t("drop")}</Button>
        </>
      )}
    </li>
  );
}
