// What a counter calls (Q26, Q18): a table of profiles and queues to tap.
import { lang, tx } from "@web/i18n.ts";
import type { Profile } from "@web/wire.ts";
import { Field, Group, Rows, Section, TwoTexts } from "../form/form.tsx";
import { InUse, keptBy } from "../form/in_use.tsx";
import { callsNothing } from "./matrix.ts";
import { optionsFrom } from "../form/options.ts";
import { ProfileMatrix } from "./profile_matrix.tsx";
import { t, title } from "./profiles_texts.ts";
import { putItems } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft } from "../draft/store.ts";
import { Uncalled } from "./uncalled.tsx";

const fresh = (id: string): Profile => ({ id, name: { zh: "", en: "" }, queues: [], helps: [] });

function brief(profile: Profile): string {
  const counters = draft.value!.counters.filter((counter) => counter.profile === profile.id).map((counter) => tx(counter.name));
  if (callsNothing(profile)) return t("calls_nothing");
  return counters.length ? counters.join(lang.value === "zh" ? "、" : ", ") : t("no_counters");
}

function ProfilesPart() {
  const list = draft.value!.profiles;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <ProfileMatrix />
      <Uncalled />
      <Group title={t("names")}>
        <Rows items={list} onChange={putItems("profiles")} fresh={fresh} prefix="profile" title={(profile) => tx(profile.name)} brief={brief}
          where="profiles" add={t("add")} keeps={(profile) => keptBy("profiles", profile.id)} ordered>
          {(profile, set, at) => (
            <>
              <Field label={t("name")} hint={t("name_hint")} where={`profiles[${at}].name`} wide>
                <TwoTexts value={profile.name} onChange={(name) => set({ ...profile, name })} />
              </Field>
              <InUse kind="profiles" id={profile.id} name={tx(profile.name)} others={optionsFrom(list)} />
            </>
          )}
        </Rows>
      </Group>
    </Section>
  );
}

export const profiles: SetupSection = { id: "profiles", title, part: ProfilesPart, keys: ["profiles"] };
