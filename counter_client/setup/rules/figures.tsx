// Every figure of the hall's rules (E33): what it is, what is usual, where it comes from, since when it holds.
import { dateText } from "@web/time/clock.ts";
import { Ask, Group } from "@web/form/form.tsx";
import { inWords } from "@web/form/in_words.ts";
import { lang, pairs, tx } from "@web/language/i18n.ts";
import { liveList } from "@web/drawing/live_list.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { Field, FigureShown as Figure, PlanShown as Plan } from "@web/wire.ts";
import { useEffect } from "preact/hooks";
import { fieldAt } from "../draft/asked.ts";
import { type Entry, get } from "../draft/http.ts";
import { change, draft, putFigure, setup, usualRungs } from "../draft/store.ts";
import { withThreshold } from "./ladders.ts";
import type { SetupSection } from "../draft/section.tsx";

// Since when a figure holds, and what will become of it.

/** Since when the value in force is in force, and by whom; null for one nobody ever changed. The newest entry is first. */
export function inForceSince<T extends Pick<Entry, "changes">>(history: readonly T[], path: string): T | null {
  return history.find((entry) => entry.changes.some((change) => change.path === path)) ?? null;
}

/** Figures that are edited where one looks for them, and there alone: the voice's with the voice, the day's with the hours. */
export const placeOf = ({ name, group }: { name: string; group: string }): string =>
  group === "day" ? "hours" : name.startsWith("speech_") ? "voice" : "figures";

export interface Coming {
  from: string;
  value: unknown;
}

/** What a plan will make of it, the soonest first. */
export function comingTo(plans: readonly Plan[], path: string): Coming | null {
  const planned = plans.flatMap(({ valid_from, changes }) =>
    changes.filter((change) => change.path === path).map((change) => ({ from: valid_from, value: change.after })),
  );
  return planned.sort((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null;
}

// One figure: its input, the usual value and its source, since when it holds, what is planned.

type Value = number | string | boolean;

const t = pairs({
  lead: ["每条规则都有一个数。保存时选“从哪天起”，以前的报表仍按当时的数算。", "Every rule has a figure. When saving, choose from which day on; earlier reports keep the figure of their time."],
  usual: ["通常 {value}", "Usually {value}"],
  reset: ["恢复通常值", "Back to usual"],
  reset_of: ["恢复通常值：{name}", "Back to usual: {name}"],
  since: ["自 {day}（{who}）", "Since {day} ({who})"],
  elsewhere: ["在那里改", "Change it there"],
  coming: ["{day} 起改为 {value}", "{value} from {day} on"],
});

/** Who changed what when; without it a figure is shown all the same. */
const past = liveList(() => get("/api/setup/history", { query: { limit: 200 } }));

/** The remedy's threshold stands in the hall's ladder, too. */
function set(name: string, value: Value): void {
  if (name === "remedy_threshold_seconds") change((config) => withThreshold(config, Number(value), usualRungs()));
  else putFigure(name, value);
}

function FigureRow({ figure }: { figure: Figure }) {
  const value = (draft.value!.figures as unknown as Record<string, Value>)[figure.name]!;
  const where = `figures.${figure.name}`;
  const own = value !== figure.usual;
  return (
    <li class={own ? "figure own" : "figure"}>
      <Ask where={where} value={value} onChange={(next) => set(figure.name, next)} hint={<Known figure={figure} field={fieldAt(where)!} own={own} />} />
    </li>
  );
}

function Known({ figure, field, own }: { figure: Figure; field: Field; own: boolean }) {
  const where = `figures.${figure.name}`;
  const since = inForceSince(past.all.value ?? [], where);
  const coming = comingTo(setup.value!.plans, where);
  return (
    <>
      <span>{t("usual", { value: inWords(field, figure.usual) })}</span>
      {own && <Button kind="quiet" class="reset" aria-label={t("reset_of", { name: tx(figure.text) })} onClick={() => set(figure.name, figure.usual)}>{t("reset")}</Button>}
      {since && <span>{t("since", { day: dateText(Date.parse(since.at), lang.value), who: since.name })}</span>}
      {coming && <span class="coming">{t("coming", { day: coming.from, value: inWords(field, coming.value) })}</span>}
    </>
  );
}

/** Those of a group that are edited in this section, each with its input; of the others what they are, and the way there. */
export const FigureRows = ({ group, home = "figures" }: { group: string; home?: string }) => (
  <ul class="figures">
    {setup.value!.figures.filter((figure) => figure.group === group).map((figure) => (placeOf(figure) === home ? <FigureRow key={figure.name} figure={figure} /> : <Elsewhere key={figure.name} figure={figure} />))}
  </ul>
);

function Elsewhere({ figure }: { figure: Figure }) {
  const where = `figures.${figure.name}`;
  const value = (draft.value!.figures as unknown as Record<string, Value>)[figure.name]!;
  return (
    <li class="figure">
      {tx(figure.text)} <b>{inWords(fieldAt(where)!, value)}</b> <a href={`#${placeOf(figure)}`} onClick={() => goThere(where)}>{t("elsewhere")}</a>
    </li>
  );
}

/** Once its section is drawn. */
const goThere = (where: string): void => void setTimeout(() => document.querySelector(`[data-where="${where}"]`)?.scrollIntoView({ block: "center" }), 60);

function FiguresPart() {
  const held = JSON.stringify(setup.value!.config.figures);
  useEffect(() => void past.read(), [held]);
  const groups = new Map(setup.value!.figures.map(({ group, group_text: text }) => [group, text])); // the server tells them in order
  return (
    <>{[...groups].map(([group, text]) => <Group key={group} title={tx(text)}><FigureRows group={group} /></Group>)}</>
  );
}

export const figures: SetupSection = { id: "figures", title: { zh: "时限与规则", en: "Limits and rules" }, lead: () => t("lead"), part: FiguresPart, keys: ["figures"] };
