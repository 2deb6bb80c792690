// Lines of text at the foot of the boards, from one day to another.
import { tx } from "@web/i18n.ts";
import type { Notice } from "@web/wire.ts";
import { Field, Rows, Section, TwoTexts } from "../form/form.tsx";
import { HangingFields, HangsToday } from "./hanging_fields.tsx";
import { t, title } from "./notices_texts.ts";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft } from "../draft/store.ts";

const fresh = (id: string): Notice => ({ id, text: { zh: "", en: "" }, first_day: null, last_day: null, places: [] });

const NoticesPart = () => (
  <Section title={t("title")} lead={t("lead")}>
    <Rows items={draft.value!.notices} onChange={put("notices")} fresh={fresh} prefix="notice" title={(notice) => tx(notice.text)}
      brief={(notice) => <HangsToday thing={notice} />} where="notices" add={t("add")} empty={t("none")} ordered>
      {(notice, set, at) => (
        <>
          <Field label={t("text")} hint={t("text_hint")} where={`notices[${at}].text`} wide>
            <TwoTexts value={notice.text} onChange={(text) => set({ ...notice, text })} lines={3} />
          </Field>
          <HangingFields thing={notice} set={set} where={`notices[${at}]`} />
        </>
      )}
    </Rows>
  </Section>
);

export const notices: SetupSection = { id: "notices", title, part: NoticesPart, keys: ["notices"] };
