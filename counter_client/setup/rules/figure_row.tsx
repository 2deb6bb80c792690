// One figure: its input, the usual value and its source, since when it holds, what is planned.
import { signal } from "@preact/signals";
import { dateText } from "@web/clock.ts";
import { lang, tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import { comingTo, inForceSince, valueText, type Value } from "./figure_words.ts";
import { FigureInput } from "./figure_input.tsx";
import { codeText, t } from "./figure_texts.ts";
import { Field } from "../form/form.tsx";
import { withThreshold } from "./ladders.ts";
import { putFigure } from "../draft/put.ts";
import type { Entry, Figure } from "../draft/shapes.ts";
import { call, change, draft, setup, usualRungs } from "../draft/store.ts";

const past = signal<readonly Entry[]>([]);

/** Who changed what when; without it a figure is shown all the same. */
export async function readPast(): Promise<void> {
  try {
    past.value = await call<Entry[]>("GET", "/api/setup/history?limit=200");
  } catch {
    past.value = [];
  }
}

const said = (figure: Figure, value: Value): string => codeText(figure, value) ?? valueText(value, figure.unit, lang.value);

/** The remedy's threshold stands in the hall's ladder, too. */
function set(name: string, value: Value): void {
  if (name === "remedy_threshold_seconds") change((config) => withThreshold(config, Number(value), usualRungs()));
  else putFigure(name, value);
}

export function FigureRow({ figure }: { figure: Figure }) {
  const value = (draft.value!.figures as unknown as Record<string, Value>)[figure.name]!;
  const path = `figures.${figure.name}`;
  const own = value !== figure.usual;
  return (
    <li class={own ? "figure own" : "figure"}>
      <Field label={tx(figure.text)} where={path} hint={<Known figure={figure} own={own} onReset={() => set(figure.name, figure.usual)} />}>
        <FigureInput figure={figure} value={value} onChange={(next) => set(figure.name, next)} />
      </Field>
    </li>
  );
}

function Known({ figure, own, onReset }: { figure: Figure; own: boolean; onReset: () => void }) {
  const path = `figures.${figure.name}`;
  const since = inForceSince(past.value, path);
  const coming = comingTo(setup.value!.plans, path);
  return (
    <>
      <span>{t("usual", { value: said(figure, figure.usual) })}</span>
      {own && <Button kind="quiet" class="reset" aria-label={t("reset_of", { name: tx(figure.text) })} onClick={onReset}>{t("reset")}</Button>}
      {since && <span>{t("since", { day: dateText(Date.parse(since.at), lang.value), who: since.name })}</span>}
      {coming && <span class="coming">{t("coming", { day: coming.from, value: said(figure, coming.value as Value) })}</span>}
      <span class="row-of">{figure.row}</span>
    </>
  );
}
