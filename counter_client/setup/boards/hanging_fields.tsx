// When and where a notice or a medium hangs: fields, and a mark of how it stands today.
import { now } from "@web/clock.ts";
import { lang } from "@web/i18n.ts";
import { Checks, Day, Field, Fields } from "../form/form.tsx";
import { hallDay, dayText } from "../draft/hall_day.ts";
import { hangs, type Hanging } from "./hanging.ts";
import { t } from "./hanging_texts.ts";
import { optionsFrom } from "../form/options.ts";
import { draft } from "../draft/store.ts";

interface Placed extends Hanging {
  places: readonly string[];
}

export function HangsToday({ thing }: { thing: Hanging }) {
  const state = hangs(thing, hallDay(now.value, draft.value!.timezone));
  const day = thing.first_day ? dayText(thing.first_day, lang.value) : "";
  return <span class={`hangs ${state}`}>{t(state, { day })}</span>;
}

export function HangingFields<T extends Placed>({ thing, set, where }: { thing: T; set: (thing: T) => void; where: string }) {
  const { zones } = draft.value!;
  return (
    <>
      <Fields>
        <Field label={t("first")} hint={t("first_hint")} where={`${where}.first_day`}>
          <Day value={thing.first_day} onChange={(first_day) => set({ ...thing, first_day })} />
        </Field>
        <Field label={t("last")} hint={t("last_hint")} where={`${where}.last_day`}>
          <Day value={thing.last_day} onChange={(last_day) => set({ ...thing, last_day })} />
        </Field>
      </Fields>
      {zones.length > 1 && (
        <Field label={t("places")} hint={t("places_hint")} where={`${where}.places`} wide>
          <Checks value={thing.places} options={optionsFrom(zones)} onChange={(places) => set({ ...thing, places })} />
        </Field>
      )}
    </>
  );
}
