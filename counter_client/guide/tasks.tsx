// What is to be done: mine first, what nobody has taken before what somebody has.
import { mmss, now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import { Button, Icon, type IconName } from "@web/parts.tsx";
import type { GuideView, TaskRow } from "@web/wire.ts";
import type { GuideDesk, Sheet } from "./desk.ts";
import { mine } from "./tasks.ts";
import { due } from "./waiting.ts";
import { sayOr, t } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  view: GuideView;
  role: string;
}

const ICONS: Readonly<Record<string, IconName>> = { explain: "people", remedy: "star", pre_alert: "clock", water: "heart", low_rating: "phone" };

/** A zone and a counter are tasks' subjects, too: `at` is what each is called. */
function what(task: TaskRow): string {
  const said = sayOr("task_", task.kind) === task.kind ? t("task_other") : sayOr("task_", task.kind);
  return said.replace("{number}", tx(task.at)).replace("{detail}", task.detail);
}

/** The sheet in which the task is done, if it is done on this tablet. */
function place(task: TaskRow, view: GuideView): Sheet | null {
  const row = view.rows.find(({ id }) => id === task.ticket);
  const zone = view.zones.find(({ id }) => id === task.number);
  if (task.kind === "water" && zone) return { kind: "water", zone };
  if (task.kind === "explain" && row) return { kind: "explain", ticket: row.id };
  return task.kind === "remedy" && row && due(row) ? { kind: "remedy", ticket: row.id } : null;
}

function Task({ desk, view, task }: Props & { task: TaskRow }) {
  const said = what(task);
  const sheet = place(task, view);
  const take = () => void desk.ask({ type: "take_task", task: task.id }, t("take"), task.id);
  return (
    <li class={`task ${task.kind}${task.taken_by ? " taken" : ""}`}>
      <Icon name={ICONS[task.kind] ?? "alert"} />
      <span class="said">
        <b>{said}</b>
        <small>
          {t("since", { time: mmss((now.value - Date.parse(task.raised_at)) / 1000) })}
          {task.taken_by && ` · ${t("taken", { who: task.taken_by_name })}`}
        </small>
      </span>
      {!task.taken_by && <Button big kind="primary" aria-label={t("take_one", { what: said })} onClick={take}>{t("take")}</Button>}
      {sheet && <Button big aria-label={t("go_one", { what: said })} onClick={() => (desk.sheet.value = sheet)}>{t("go")}</Button>}
      {task.taken_by && !sheet && (
        <Button big aria-label={t("drop_one", { what: said })} onClick={() => void desk.ask({ type: "drop_task", task: task.id }, t("drop"), task.id)}>
          {t("drop")}
        </Button>
      )}
    </li>
  );
}

/** What a customer or a slip needs somebody for, whoever is near. */
function Calls({ desk, view }: Props) {
  return (
    <ul class="tasks">
      {view.alerts.filter((alert) => !alert.acknowledged_by).map((alert) => (
        <li key={alert.id} class="task alert">
          <Icon name={alert.kind === "guide_called" ? "hand" : "alert"} />
          <span class="said">
            <b>{tx(alert.text)}</b>
            <small>
              {t("since", { time: mmss((now.value - Date.parse(alert.raised_at)) / 1000) })}
              {tx(alert.detail) && ` · ${tx(alert.detail)}`}
            </small>
          </span>
          <Button big kind="primary" aria-label={t("take_one", { what: tx(alert.text) })} onClick={() => void desk.ask({ type: "acknowledge_alert", alert: alert.id }, t("take"), alert.id)}>
            {t("take")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function Tasks(props: Props) {
  const { view, role } = props;
  const freshFirst = [...view.tasks].sort((a, b) => Number(!!a.taken_by) - Number(!!b.taken_by));
  const [own, others] = [true, false].map((so) => freshFirst.filter((task) => mine(task, role) === so));
  return (
    <>
      <Calls {...props} />
      <h2>{t("tasks_mine")}</h2>
      {!own!.length && <p class="calm">{t("no_tasks")}</p>}
      <ul class="tasks">{own!.map((task) => <Task key={task.id} {...props} task={task} />)}</ul>
      {others!.length > 0 && <h2>{t("tasks_others")}</h2>}
      <ul class="tasks others">{others!.map((task) => <Task key={task.id} {...props} task={task} />)}</ul>
    </>
  );
}
