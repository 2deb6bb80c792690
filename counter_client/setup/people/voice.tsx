// The section about the voice: which is heard, how it reads, how loud, and which zones speak for themselves.
import { Ask, Asks, Field, Fields, Group, Table, TextInput } from "@web/form/form.tsx";
import { replacedAt } from "@web/form/lists.ts";
import { tx } from "@web/language/i18n.ts";
import { Badge, Button } from "@web/drawing/parts.tsx";
import type { Pronunciation, TryOut, VoiceConfig } from "@web/wire.ts";
import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../draft/http.ts";
import { fieldAt, freshOf, optionsOf } from "../draft/asked.ts";
import { draft, put, putFigure } from "../draft/store.ts";
import { inChinese } from "../hall/english.tsx";
import "./live.css";
import { engineName, reading, trying, tryVoice, voices, withReading, t } from "./voice.ts";
import type { SetupSection } from "../draft/section.tsx";

/** The counters' names that no voice can read, each with a field for how it is said; what is typed becomes a reading. */
function VoiceNames() {
  const { counters, voice } = draft.value!;
  const pronounced = useAnswer("/api/voice/names", { counters: counters.map(({ id, name }) => ({ id, name: name.zh })), lexicon: voice.lexicon, one: voice.one });
  const [refused, remember] = useState<ReadonlySet<string>>(new Set()); // a field stays while it is filled in
  useEffect(() => {
    if (pronounced) remember((before) => new Set([...before, ...pronounced.filter((one) => one.refused).map((one) => one.counter)]));
  }, [pronounced]);
  const shown = (pronounced ?? []).filter((one) => refused.has(one.counter));
  if (!shown.length) return null;
  return (
    <Group title={t("refused")} lead={t("refused_hint")}>
      {shown.map((one) => (
        <Field key={one.counter} label={one.name || one.counter} hint={one.refused ? t("refused_signs", { signs: one.refused }) : t("said_as", { words: one.said })}>
          <TextInput value={reading(voice.lexicon, one)} placeholder={t("say_it_like_this")} maxLength={40} onChange={(spoken) => keep({ ...voice, lexicon: withReading(voice.lexicon, one, spoken) })} />
        </Field>
      ))}
    </Group>
  );
}

// A call to listen to, here or on a board.

function VoiceTrial() {
  const [trial, say] = useState(() => freshOf("voice_trial") as TryOut);
  return (
    <Group title={t("try")}>
      <Asks where="voice_trial" item={trial} set={say} only={draft.value!.zones.length > 1 ? ["text", "counter", "zone"] : ["text", "counter"]} />
      <p class="buttons">
        <Button kind="primary" icon="sound" disabled={trying.value} onClick={() => void tryVoice(trial)}>{t(trying.value ? "trying" : "try_here")}</Button>
        <Button icon="screen" disabled={trying.value} onClick={() => void tryVoice({ ...trial, aloud: true })}>{t("try_board")}</Button>
      </p>
    </Group>
  );
}

const keep = put("voice");
const TONE = { ok: "good", missing: "near", failing: "over" } as const;

function VoicePart() {
  const { voice } = draft.value!;
  useEffect(() => void voices.read(), []);
  return (
    <>
      <Heard />
      <VoiceTrial />
      <How voice={voice} />
      <Group title={tx(fieldAt("voice.lexicon")!.label)} lead={tx(fieldAt("voice.lexicon")!.help)}>
        <Table where="voice.lexicon" items={voice.lexicon} onChange={(lexicon) => keep({ ...voice, lexicon })} title={(word) => `${word.written} → ${word.spoken}`} below={(word) => <Listen word={word} />} />
      </Group>
      <VoiceNames />
      <Zones />
    </>
  );
}

function Heard() {
  const known = voices.all.value;
  if (!known) return <p role="status">{t("looking")}</p>;
  return (
    <div class="live-edit" role="status">
      <p>{known.heard && known.heard !== "chime" ? <>{t("heard")} <b>{engineName(known.heard)}</b></> : <b>{t("heard_none")}</b>}</p>
      <ul>
        {known.engines.map((engine) => (
          <li key={engine.kind}>
            {engineName(engine.kind)} <Badge tone={TONE[engine.state]}>{tx(engine.state_text)}</Badge> <small class="faint">{tx(engine.text)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

function How({ voice }: { voice: VoiceConfig }) {
  const { figures } = draft.value!;
  const figure = (name: "speech_languages" | "speech_rate") => <Ask where={`figures.${name}`} value={figures[name]} onChange={(value: string | number) => putFigure(name, value)} />;
  const engines = [...new Set([...voice.engines, ...optionsOf("voices").map(({ value }) => value)])].filter((kind) => kind !== "chime");
  return (
    <>
      <Fields>{inChinese() ? <InChinese said={figures.speech_languages} /> : figure("speech_languages")}{figure("speech_rate")}</Fields>
      <Asks where="voice" item={voice} set={keep} only={["engines", "one", "volume", "volume_steps"]} more={{ engines: { options: engines.map((kind) => ({ value: kind, label: engineName(kind) })) } }} />
    </>
  );
}

/** A hall of Chinese alone chooses among what it says; its choice with English stands until it chooses. */
function InChinese({ said }: { said: string }) {
  const known = fieldAt("figures.speech_languages")!.choices.filter(({ value }) => !value.includes("en"));
  const value = said.split(",").filter((one) => one !== "en").join(",") || "zh";
  return <Ask where="figures.speech_languages" value={value} options={known.map((one) => ({ value: one.value, label: one.text }))} onChange={(next: string) => putFigure("speech_languages", next)} />;
}

/** Heard as it would be read; the word itself need not be saved for it. */
const Listen = ({ word }: { word: Pronunciation }) => (
  <Button icon="sound" disabled={trying.value || !word.spoken} aria-label={t("listen", { word: word.written })} onClick={() => void tryVoice({ text: word.spoken })}>{t("try")}</Button>
);

function Zones() {
  const { zones } = draft.value!;
  if (zones.length < 2) return null; // the only zone is the hall
  return (
    <Group title={t("zones")} lead={t("zones_hint")}>
      {zones.map((zone, at) => (
        <Asks key={zone.id} where={`zones[${at}]`} item={zone} set={(next) => put("zones")(replacedAt(zones, at, next))} only={zone.speaks_apart ? ["speaks_apart", "speaker"] : ["speaks_apart"]}
          more={{ speaks_apart: { label: t("apart", { zone: tx(zone.name) || zone.id }) } }} />
      ))}
    </Group>
  );
}

export const voice: SetupSection = { id: "voice", part: VoicePart, keys: ["voice"] };
