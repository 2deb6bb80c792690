// What somebody should do now, a line a customer: who was told, since when, who is on it; the untaken ones first.
import { mmss, now } from "@web/time/clock.ts";
import { errands, places, type Errand } from "@web/hall/errands.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Icon, notifyRefusal } from "@web/drawing/parts.tsx";
import { since } from "@web/hall/standing.ts";
import type { ManagerView } from "@web/wire.ts";
import { t } from "../care/care_texts.ts";
import { rolesText, taskText } from "../../../server/web/language/code_words.ts";

export function Tasks({ view, live, acts }: { view: ManagerView; live: Live<ManagerView>; acts: boolean }) {
  const all = errands(view.tasks, "hall_manager");
  return (
    <section class="tasks">
      <h2>{t("tasks")}{all.length > 0 && <small>{all.length}</small>}</h2>
      {!all.length && <p class="calm"><Icon name="check" /> {t("no_tasks")}</p>}
      <ul>{all.map((errand) => <Row key={errand.main.id} errand={errand} live={live} acts={acts} />)}</ul>
    </section>
  );
}

/** What is taken or dropped is the customer, with all that was told of the wait. */
function Row({ errand: { main, all, mine }, live, acts }: { errand: Errand; live: Live<ManagerView>; acts: boolean }) {
  const of = places({ main, all, mine });
  const what = of.length > 1 ? t("task_many", { what: taskText({ ...main, at: { zh: "", en: "" } }), n: of.length }) : taskText(main);
  const each = (type: "take_task" | "drop_task") => () => void Promise.all(all.map((task) => live.ask({ type, task: task.id }))).catch(notifyRefusal);
  return (
    <li class={`${main.kind} ${main.taken_by ? "taken" : ""}`}>
      <p>
        <b>{what}</b>
        {of.length > 1 && <small class="of">{of.map(tx).join(tx({ zh: "、", en: ", " }))}</small>}
        <small>{mmss(since(main.raised_at, now.value))} · {main.taken_by ? t("taken", { by: main.taken_by_name }) : t("to", { roles: rolesText(main.roles) })}</small>
      </p>
      {acts && (
        <>
          {!main.taken_by && <Button aria-label={t("take_this", { what })} onClick={each("take_task")}>{t("take")}</Button>}
          <Button kind="quiet" aria-label={t("drop_this", { what })} onClick={each("drop_task")}>{t("drop")}</Button>
        </>
      )}
    </li>
  );
}
