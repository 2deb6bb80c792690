// The counters' names that no voice can read, each with a field for how it is said; what is typed becomes a reading.
import { useEffect, useState } from "preact/hooks";
import { notifyRefusal } from "@web/parts.tsx";
import type { HallConfig } from "@web/wire.ts";
import { Field, Group, TextInput } from "@web/form/form.tsx";
import { post } from "../draft/http.ts";
import { put } from "../draft/put.ts";
import { draft } from "../draft/store.ts";
import { reading, withReading, type NameSaid } from "./voice_readings.ts";
import { t } from "./voice_texts.ts";

const PATIENCE_MS = 400; // somebody is still typing

const ask = ({ counters, voice }: HallConfig): Promise<readonly NameSaid[]> =>
  post("/api/voice/names", {
    body: { counters: counters.map(({ id, name }) => ({ id, name: name.zh })), lexicon: voice.lexicon, one: voice.one },
  });

export function VoiceNames() {
  const { counters, voice } = draft.value!;
  const [said, hear] = useState<readonly NameSaid[]>([]);
  const [refused, remember] = useState<ReadonlySet<string>>(new Set()); // a field stays while it is filled in
  useEffect(() => {
    const soon = setTimeout(() => {
      ask(draft.value!).then((names) => {
        hear(names);
        remember((before) => new Set([...before, ...names.filter((one) => one.refused).map((one) => one.counter)]));
      }, notifyRefusal);
    }, PATIENCE_MS);
    return () => clearTimeout(soon);
  }, [counters, voice.lexicon, voice.one]);
  const shown = said.filter((one) => refused.has(one.counter));
  if (!shown.length) return null;
  return (
    <Group title={t("refused")} lead={t("refused_hint")}>
      {shown.map((one) => (
        <Field key={one.counter} label={one.name || one.counter} hint={one.refused ? t("refused_signs", { signs: one.refused }) : t("said_as", { said: one.said })}>
          <TextInput value={reading(voice.lexicon, one)} placeholder={t("say_it_like_this")} maxLength={40}
            onChange={(spoken) => put("voice")({ ...draft.value!.voice, lexicon: withReading(draft.value!.voice.lexicon, one, spoken) })} />
        </Field>
      ))}
    </Group>
  );
}
