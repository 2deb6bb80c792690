// The hours and days a hall counts as its peak (Q04, Q05): reports and the goal's light look at them apart.
import type { Hours } from "@web/wire.ts";
import { useSignal } from "@preact/signals";
import { Button } from "@web/parts.tsx";
import { Day, Danger, Field, Group, Rows } from "@web/form/form.tsx";
import { HoursFields } from "./hours_fields.tsx";
import { t } from "./hours_texts.ts";
import { dayText, hoursText } from "./hours_words.ts";
import { put } from "../draft/put.ts";
import { draft } from "../draft/store.ts";

const MORNING: Hours = { opens: "09:30", closes: "11:30" };

export const Peaks = () => (
  <Group title={t("peaks")} lead={t("peaks_lead")}>
    <Rows items={draft.value!.peak_hours} onChange={put("peak_hours")} fresh={() => MORNING} title={hoursText} where="peak_hours" add={t("add_peak")} empty={t("no_peaks")} open>
      {(span, set, at) => <HoursFields value={span} onChange={set} where={`peak_hours[${at}]`} plain />}
    </Rows>
    <PeakDays />
  </Group>
);

function PeakDays() {
  const day = useSignal<string | null>(null);
  const days = draft.value!.peak_days;
  const add = () => {
    put("peak_days")(Array.from(new Set([...days, day.value!])).sort());
    day.value = null;
  };
  return (
    <>
      <div class="beside">
        <Field label={t("peak_day")} hint={t("peak_day_hint")} where="peak_days">
          <Day value={day.value} onChange={(next) => (day.value = next)} />
        </Field>
        <Button disabled={!day.value} onClick={add}>{t("add_peak_day")}</Button>
      </div>
      {days.length > 0 && (
        <ul class="spans">
          {days.map((one) => (
            <li key={one}>
              <b>{dayText(one)} <small>{one.slice(0, 4)}</small></b>
              <Danger quiet label={t("remove_span", { span: dayText(one) })} onConfirm={() => put("peak_days")(days.filter((other) => other !== one))}>{t("remove")}</Danger>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
