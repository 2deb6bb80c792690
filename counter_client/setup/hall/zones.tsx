// The named parts of the hall (O41): slips, boards and the voice send customers there.
import { tx } from "@web/i18n.ts";
import type { Zone } from "@web/wire.ts";
import { Field, Rows, Section, TwoTexts } from "../form/form.tsx";
import { InUse, keptBy } from "../form/in_use.tsx";
import { optionsFrom } from "../form/options.ts";
import { putItems } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft, references } from "../draft/store.ts";
import { usesOf, type User } from "../draft/uses.ts";
import { t, title } from "./zones_texts.ts";
import { Room } from "./room.tsx";

const fresh = (id: string): Zone => ({ id, name: { zh: "", en: "" }, area: null, speaks_apart: false, speaker: "" });

function brief(zone: Zone): string {
  const uses = usesOf(references(), draft.value!, "zones", zone.id);
  const count = (kind: User) => uses.filter((one) => one.kind === kind).length;
  return uses.length ? t("brief", { queues: count("queues"), counters: count("counters") }) : t("unused");
}

function ZonesPart() {
  const { zones: list } = draft.value!;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Rows items={list} onChange={putItems("zones")} fresh={fresh} prefix="zone" title={(zone) => tx(zone.name)} brief={brief}
        where="zones" add={t("add")} keeps={(zone) => keptBy("zones", zone.id)} ordered>
        {(zone, set, at) => (
          <>
            <Field label={t("name")} hint={t("name_hint")} where={`zones[${at}].name`} wide>
              <TwoTexts value={zone.name} onChange={(name) => set({ ...zone, name })} /><Room kind="zone" name={zone.name} />
            </Field>
            <InUse kind="zones" id={zone.id} name={tx(zone.name)} others={optionsFrom(list)} />
          </>
        )}
      </Rows>
    </Section>
  );
}

export const zones: SetupSection = { id: "zones", title, part: ZonesPart, keys: ["zones"] };
