// What is to be done, a line a customer: mine first, the remedy before all else, what nobody has taken before what somebody has.
import { mmss, now } from "@web/time/clock.ts";
import { places, type Errand } from "@web/hall/errands.ts";
import { tx } from "@web/language/i18n.ts";
import { Button, Icon, type IconName } from "@web/drawing/parts.tsx";
import type { GuideView, TaskRow } from "@web/wire.ts";
import type { GuideDesk, Sheet } from "./desk.ts";
import { lines } from "./tasks.ts";
import { due } from "./waiting.ts";
import { sayOr, t } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  view: GuideView;
  role: string;
}

const ICONS: Readonly<Record<string, IconName>> = { explain: "people", remedy: "star", pre_alert: "clock", water: "heart", low_rating: "phone" };

/** A zone and a counter are tasks' subjects, too: `at` is what each is called. */
function what(task: TaskRow, number = tx(task.at)): string {
  const words = sayOr("task_", task.kind) === task.kind ? t("task_other") : sayOr("task_", task.kind);
  return words.replace("{number}", number).replace("{detail}", task.detail);
}

/** The sheet in which the task is done, if it is done on this tablet. */
function place(task: TaskRow, view: GuideView): Sheet | null {
  const row = view.rows.find(({ id }) => id === task.ticket);
  const zone = view.zones.find(({ id }) => id === task.number);
  if (task.kind === "water" && zone) return { kind: "water", zone };
  if (task.kind === "explain" && row) return { kind: "explain", ticket: row.id };
  return task.kind === "remedy" && row && due(row) ? { kind: "remedy", ticket: row.id } : null;
}

/** One thing to press: do it here and now, or say that one goes; then that it is done. */
function Deed({ desk, words, errand: { main, all }, sheet }: { desk: GuideDesk; words: string; errand: Errand; sheet: Sheet | null }) {
  const each = (type: "take_task" | "drop_task", word: "take" | "drop") => all.forEach((task) => (type === "drop_task" || !task.taken_by) && void desk.ask({ type, task: task.id }, t(word), task.id));
  const go = () => {
    if (!main.taken_by) each("take_task", "take"); // nobody else need walk there
    desk.sheet.value = sheet;
  };
  if (sheet) return <Button big kind={main.taken_by ? "secondary" : "primary"} aria-label={t("go_one", { what: words })} onClick={go}>{t("go")}</Button>;
  return main.taken_by ? (
    <Button big aria-label={t("drop_one", { what: words })} onClick={() => each("drop_task", "drop")}>{t("drop")}</Button>
  ) : (
    <Button big kind="primary" aria-label={t("take_one", { what: words })} onClick={() => each("take_task", "take")}>{t("take")}</Button>
  );
}

function Task({ desk, view, errand }: Props & { errand: Errand }) {
  const { main, all, mine } = errand;
  const of = places(errand).map(tx);
  const words = mine || main.kind === "water" ? what(main) : what(main, of.join(tx({ zh: "、", en: ", " })));
  const also = mine ? all.slice(1).map((task) => sayOr("also_", task.kind)) : [];
  return (
    <li class={`task ${main.kind}${main.taken_by ? " taken" : ""}`}>
      <Icon name={ICONS[main.kind] ?? "alert"} />
      <span class="said">
        <b>{words}</b>
        <small>
          {t("since", { time: mmss((now.value - Date.parse(main.raised_at)) / 1000) })}
          {also.length > 0 && ` · ${t("also", { what: [...new Set(also)].join(tx({ zh: "、", en: ", " })) })}`}
          {main.taken_by && ` · ${t("taken", { who: main.taken_by_name })}`}
        </small>
      </span>
      <Deed desk={desk} words={words} errand={errand} sheet={of.length > 1 ? null : place(main, view)} />
    </li>
  );
}

/** What a customer or a slip needs somebody for, whoever is near. */
function Alerts({ desk, alerts }: { desk: GuideDesk; alerts: GuideView["alerts"] }) {
  return (
    <ul class="tasks">
      {alerts.map((alert) => (
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

/** Whoever stands at the door sees the weather first (Q46). */
const Rain = ({ desk, on }: { desk: GuideDesk; on: boolean }) => (
  <p class={on ? "rain on" : "rain"}>
    <span role="status">{on && t("rain_now")}</span>
    <Button big aria-pressed={on} onClick={() => void desk.ask({ type: "set_rain_mode", on: !on }, t("rain"), "rain")}>{t(on ? "rain_over" : "rain")}</Button>
  </p>
);

export function Tasks(props: Props) {
  const { own, others } = lines(props.view.tasks, props.role);
  // Whoever stands at the kiosk and calls comes first; the hall's own troubles come after those who wait.
  const unseen = props.view.alerts.filter((alert) => !alert.acknowledged_by);
  const calls = unseen.filter(({ kind }) => kind === "guide_called");
  const rest = unseen.filter((alert) => !calls.includes(alert));
  const each = (errand: Errand) => <Task key={errand.main.id} {...props} errand={errand} />;
  return (
    <>
      <Alerts desk={props.desk} alerts={calls} />
      <h2>{t("tasks_mine")}</h2>
      {!own.length && <p class="calm">{t("no_tasks")}</p>}
      <ul class="tasks">{own.map(each)}</ul>
      {rest.length > 0 && <h2>{t("alerts")}</h2>}
      <Alerts desk={props.desk} alerts={rest} />
      {others.length > 0 && <h2>{t("tasks_others")}</h2>}
      <ul class="tasks others">{others.map(each)}</ul>
      <Rain desk={props.desk} on={props.view.rain} />
    </>
  );
}
