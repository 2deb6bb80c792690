// A call to listen to, here or on a board.
import { useState } from "preact/hooks";
import { Button } from "@web/parts.tsx";
import { Choice, Field, Fields, Group, TextInput } from "@web/form/form.tsx";
import { optionsOf } from "../draft/asked.ts";
import { draft } from "../draft/store.ts";
import { trying, tryVoice } from "./voice_state.ts";
import { t } from "./voice_texts.ts";

export function VoiceTrial() {
  const { counters, zones } = draft.value!;
  const [text, say] = useState("");
  const [counter, at] = useState(counters[0]?.id ?? "");
  const [zone, within] = useState(zones[0]?.id ?? "");
  const listen = (aloud: boolean) => void tryVoice(aloud ? { text, counter, zone, aloud } : { text, counter });
  return (
    <Group title={t("try")}>
      <Fields>
        <Field label={t("try_what")} hint={t("try_what_hint")}>
          <TextInput value={text} placeholder={t("try_sentence")} maxLength={80} onChange={say} />
        </Field>
        <Field label={t("try_counter")}><Choice value={counter} options={optionsOf("counters")} onChange={at} /></Field>
        {zones.length > 1 && <Field label={t("try_zone")}><Choice value={zone} options={optionsOf("zones")} onChange={within} /></Field>}
      </Fields>
      <p class="buttons">
        <Button kind="primary" icon="sound" disabled={trying.value} onClick={() => listen(false)}>{t(trying.value ? "trying" : "try_here")}</Button>
        <Button icon="screen" disabled={trying.value} onClick={() => listen(true)}>{t("try_board")}</Button>
      </p>
    </Group>
  );
}
