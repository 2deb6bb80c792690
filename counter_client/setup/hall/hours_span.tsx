// "1 to 7 October we are shut": a span of days in one go.
import { useSignal } from "@preact/signals";
import { Button } from "@web/parts.tsx";
import type { Hours, Text } from "@web/wire.ts";
import { Choice, Day, Field, Fields, TwoTexts } from "@web/form/form.tsx";
import { HoursFields } from "./hours_fields.tsx";
import { t } from "./hours_texts.ts";
import { spanFault, withSpan } from "./holidays.ts";
import { daysFrom, type Day as DayOf } from "../draft/days.ts";
import { PROPOSED } from "./opening.ts";
import { useAnswer } from "../draft/answer.ts";
import { put } from "../draft/put.ts";
import { base, draft } from "../draft/store.ts";

interface Wanted {
  from: string;
  to: string;
  name: Text;
  hours: Hours | null;
}

export function AddSpan({ today }: { today: DayOf }) {
  const wanted = useSignal<Wanted | null>(null);
  const fresh = (): Wanted => ({ from: today, to: today, name: { zh: "", en: "" }, hours: null });
  if (!wanted.value) return <p><Button icon="clock" onClick={() => (wanted.value = fresh())}>{t("add_span")}</Button></p>;
  return <SpanForm wanted={wanted.value} onChange={(next) => (wanted.value = next)} onClose={() => (wanted.value = null)} />;
}

function SpanForm({ wanted, onChange, onClose }: { wanted: Wanted; onChange: (wanted: Wanted) => void; onClose: () => void }) {
  const { from, to, name, hours } = wanted;
  const set = (part: Partial<Wanted>) => onChange({ ...wanted, ...part });
  const fault = spanFault(from, to);
  const would = hours && !fault ? { ...draft.value!, special_days: withSpan(draft.value!.special_days, wanted) } : null;
  const judged = useAnswer("/api/setup/draft", would && { base: base.value!, config: would });
  const at = would ? `special_days[${would.special_days.findIndex((one) => one.day === from)}].hours` : "";
  const wrong = judged?.problems.find((one) => one.where === at)?.text ?? null;
  const add = (event: Event) => {
    event.preventDefault();
    const whole = { zh: name.zh || name.en, en: name.en || name.zh };
    put("special_days")(withSpan(draft.value!.special_days, { ...wanted, name: whole }));
    onClose();
  };
  const kinds = [{ value: "shut", label: t("shut") }, { value: "own", label: t("own_hours") }];
  return (
    <form class="span-form" onSubmit={add}>
      <Fields>
        {/* A holiday picked from the front takes its end along. */}
        <Field label={t("from")}><Day value={from} onChange={(day) => set({ from: day ?? "", to: day && day > to ? day : to })} /></Field>
        <Field label={t("to")} problem={fault && { zh: t(`span_${fault}`, {}, "zh"), en: t(`span_${fault}`, {}, "en") }}>
          <Day value={to} onChange={(day) => set({ to: day ?? "" })} />
        </Field>
      </Fields>
      <Field label={t("day_name")} hint={t("day_name_hint")}><TwoTexts value={name} onChange={(text) => set({ name: text })} /></Field>
      <Field label={t("these_days")}><Choice value={hours ? "own" : "shut"} options={kinds} onChange={(kind) => set({ hours: kind === "own" ? (draft.value!.hours ?? PROPOSED) : null })} /></Field>
      {hours && <HoursFields value={hours} problem={wrong} onChange={(next) => set({ hours: next })} />}
      <p class="buttons">
        <Button kind="primary" type="submit" disabled={fault !== null || !(name.zh || name.en)}>
          {fault ? t("add") : t("add_days", { n: daysFrom(from, to).length })}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </p>
    </form>
  );
}
