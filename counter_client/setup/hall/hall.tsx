// Who the hall is: names, telephone, industry, whether its waits are watched closely, its clock, its calling rule.
import { Choice, Field, Fields, Section, Switch, TextInput, TwoTexts } from "../form/form.tsx";
import { industries, t, title, timezones } from "./hall_texts.ts";
import { optionsOf } from "../form/options.ts";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft, setup } from "../draft/store.ts";
import { Room } from "./room.tsx";

function HallPart() {
  const config = draft.value!;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Field label={t("name")} hint={t("name_hint")} where="name" wide>
        <TwoTexts value={config.name} onChange={put("name")} /><Room kind="hall" name={config.name} />
      </Field>
      <Fields>
        <Field label={t("phone")} hint={t("phone_hint")} where="phone">
          <TextInput inputMode="tel" value={config.phone} onChange={put("phone")} />
        </Field>
        <Field label={t("industry")} where="industry">
          <Choice value={config.industry} options={industries} onChange={put("industry")} />
        </Field>
      </Fields>
      <Field label={t("key_hall")} hint={t("key_hall_hint")} where="key_hall">
        <Switch value={config.key_hall} onChange={put("key_hall")} />
      </Field>
      <Fields>
        <Field label={t("timezone")} hint={t("timezone_hint")} where="timezone">
          <Choice value={config.timezone} options={timezones} onChange={put("timezone")} />
        </Field>
        <Field label={t("routing")} hint={t(config.routing === "oldest_first" ? "oldest_hint" : "fair_hint")} where="routing">
          <Choice value={config.routing} options={optionsOf(setup.value!.choices.routing)} onChange={put("routing")} />
        </Field>
      </Fields>
    </Section>
  );
}

export const hall: SetupSection = {
  id: "hall",
  title,
  part: HallPart,
  keys: ["name", "phone", "industry", "key_hall", "timezone", "routing"],
};
