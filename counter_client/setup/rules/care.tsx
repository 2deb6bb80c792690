// What an over-wait earns (R05, R12): whether at all, after how long, and whom to tell at each step.
import { Ask, Group, Section } from "@web/form/form.tsx";
import { put } from "../draft/put.ts";
import { draft } from "../draft/store.ts";
import { today } from "../draft/today.ts";
import type { SetupSection } from "../sections.ts";
import { t, title } from "./care_texts.ts";
import { LadderList } from "./ladder_list.tsx";

function CarePart() {
  const { remedies, remedy_share, key_hall } = draft.value!;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Group title={t("whether")}>
        <Ask where="remedies" value={remedies} onChange={put("remedies")} hint={remedies === null ? t(key_hall ? "key_yes" : "key_no") : ""} />
        {(remedies ?? key_hall) && <Ask where="remedy_share" value={remedy_share} onChange={put("remedy_share")} />}
      </Group>
      <LadderList today={today.value} />
    </Section>
  );
}

export const care: SetupSection = { id: "care", title, part: CarePart, keys: ["remedies", "remedy_share", "ladders"] };
