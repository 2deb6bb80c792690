// What an over-wait earns (R05, R12): whether at all, after how long, and whom to tell at each step.
import { Choice, Field, Group, NumberInput, Section } from "../form/form.tsx";
import { t, title } from "./care_texts.ts";
import { percentOf } from "./figure_words.ts";
import { LadderList } from "./ladder_list.tsx";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft } from "../draft/store.ts";
import { today } from "../draft/today.ts";

const RULES = { always: true, key: null, off: false } as const;
type Rule = keyof typeof RULES;

const ruleOf = (remedies: boolean | null): Rule => (remedies === null ? "key" : remedies ? "always" : "off");

function CarePart() {
  const config = draft.value!;
  const rule = ruleOf(config.remedies);
  const on = config.remedies ?? config.key_hall;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Group title={t("whether")}>
        <Field label={t("remedies")} where="remedies" hint={rule === "key" ? t(config.key_hall ? "key_yes" : "key_no") : undefined}>
          <Choice value={rule} options={(["always", "key", "off"] as const).map((one) => ({ value: one, label: t(one) }))} onChange={(one) => put("remedies")(RULES[one as Rule])} />
        </Field>
        {on && <Share />}
      </Group>
      <LadderList today={today.value} />
    </Section>
  );
}

/** R09: less than all, drawn by lot, shows what remedies do; a hall that is not asked leaves it at 100. */
function Share() {
  const share = draft.value!.remedy_share;
  return (
    <Field label={t("share")} hint={t(share < 1 ? "share_part" : "share_all")} where="remedy_share">
      <NumberInput value={percentOf(share)} unit="%" min={0} max={100} onChange={(percent) => put("remedy_share")(percent / 100)} />
    </Field>
  );
}

export const care: SetupSection = { id: "care", title, part: CarePart, keys: ["remedies", "remedy_share", "ladders"] };
