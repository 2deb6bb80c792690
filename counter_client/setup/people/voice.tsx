// The section about the voice: which is heard, how it reads, how loud, and which zones speak for themselves.
import { useEffect } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import { Badge, Button } from "@web/parts.tsx";
import type { Pronunciation, VoiceConfig, VolumeStep, Zone } from "@web/wire.ts";
import { Checks, Choice, Clock, Field, Fields, Group, NumberInput, Rows, Section, Switch, TextInput } from "@web/form/form.tsx";
import { put, putFigure } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft, setup } from "../draft/store.ts";
import "./voice.css";
import { VoiceNames } from "./voice_names.tsx";
import { engineName, readEngines, trying, tryVoice, voices } from "./voice_state.ts";
import { t, title } from "./voice_texts.ts";
import { VoiceTrial } from "./voice_trial.tsx";

const keep = put("voice");
const TONE = { ok: "good", missing: "near", failing: "over" } as const;

function VoicePart() {
  const voice = draft.value!.voice;
  const set = (change: Partial<VoiceConfig>) => keep({ ...voice, ...change });
  useEffect(() => void readEngines(), []);
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Heard />
      <VoiceTrial />
      <How voice={voice} set={set} />
      <Group title={t("lexicon")} lead={t("lexicon_hint")}>
        <Rows items={voice.lexicon} onChange={(lexicon) => set({ lexicon })} fresh={() => ({ written: "", spoken: "" })} add={t("word_add")} empty={t("word_none")}
          title={(word) => (word.written ? `${word.written} → ${word.spoken}` : t("word_new"))} where="voice.lexicon" open>
          {(word, change, at) => <Word word={word} set={change} where={`voice.lexicon[${at}]`} />}
        </Rows>
      </Group>
      <VoiceNames />
      <Zones />
    </Section>
  );
}

function Heard() {
  const known = voices.value;
  if (!known) return <p class="voice-heard" role="status">{t("looking")}</p>;
  return (
    <div class="voice-heard" role="status">
      <p>{known.heard && known.heard !== "chime" ? <>{t("heard")} <b>{engineName(known.heard)}</b></> : <b>{t("heard_none")}</b>}</p>
      <ul>
        {known.engines.map((engine) => (
          <li key={engine.kind}>
            {engineName(engine.kind)} <Badge tone={TONE[engine.state]}>{t(engine.state)}</Badge> <small class="faint">{tx(engine.text)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

const LANGUAGES = [["zh", "l_zh"], ["zh,zh", "l_zh_zh"], ["zh,en", "l_zh_en"]] as const;

interface Of {
  voice: VoiceConfig;
  set: (change: Partial<VoiceConfig>) => void;
}

function How({ voice, set }: Of) {
  const { figures } = draft.value!;
  const engines = [...new Set([...voice.engines, ...(setup.value?.choices.voices ?? [])])].filter((kind) => kind !== "chime");
  return (
    <>
      <Field label={t("engines")} hint={t("engines_hint")} where="voice.engines" wide>
        <Checks ordered value={voice.engines} options={engines.map((kind) => ({ value: kind, label: engineName(kind) }))} onChange={(chosen) => set({ engines: chosen })} />
      </Field>
      <Fields>
        <Field label={t("languages")} where="figures.speech_languages">
          <Choice value={figures.speech_languages} options={LANGUAGES.map(([value, words]) => ({ value, label: t(words) }))} onChange={(languages) => putFigure("speech_languages", languages)} />
        </Field>
        <Field label={t("speed")} where="figures.speech_rate">
          <NumberInput value={figures.speech_rate} unit={t("speed_unit")} step={5} onChange={(rate) => putFigure("speech_rate", rate)} />
        </Field>
        <Field label={t("one")} where="voice.one">
          <Choice value={voice.one} options={[{ value: "一", label: t("one_yi") }, { value: "幺", label: t("one_yao") }]} onChange={(one) => set({ one: one as VoiceConfig["one"] })} />
        </Field>
        <Field label={t("volume")} where="voice.volume">
          <NumberInput value={voice.volume} unit="%" min={0} max={100} step={5} onChange={(volume) => set({ volume })} />
        </Field>
      </Fields>
      <Group title={t("steps")} lead={t("steps_hint")}>
        <Rows items={voice.volume_steps} onChange={(volume_steps) => set({ volume_steps })} fresh={() => ({ at: "12:00", volume: 60 })} add={t("step_add")} empty={t("step_none")}
          title={(step) => t("step_title", { at: step.at, volume: step.volume })} where="voice.volume_steps" open>
          {(step, change, at) => <Step step={step} set={change} where={`voice.volume_steps[${at}]`} />}
        </Rows>
      </Group>
    </>
  );
}

const Step = ({ step, set, where }: { step: VolumeStep; set: (step: VolumeStep) => void; where: string }) => (
  <Fields>
    <Field label={t("step_at")} where={`${where}.at`}><Clock value={step.at} onChange={(at) => set({ ...step, at })} /></Field>
    <Field label={t("volume")} where={`${where}.volume`}><NumberInput value={step.volume} unit="%" min={0} max={100} step={5} onChange={(volume) => set({ ...step, volume })} /></Field>
  </Fields>
);

/** Heard as it would be read; the word itself need not be saved for it. */
const Word = ({ word, set, where }: { word: Pronunciation; set: (word: Pronunciation) => void; where: string }) => (
  <div class="voice-word">
    <Field label={t("written")} where={`${where}.written`}><TextInput value={word.written} maxLength={40} onChange={(written) => set({ ...word, written })} /></Field>
    <Field label={t("spoken")} where={`${where}.spoken`}><TextInput value={word.spoken} maxLength={40} onChange={(spoken) => set({ ...word, spoken })} /></Field>
    <Button icon="sound" disabled={trying.value || !word.spoken} aria-label={t("listen", { word: word.written })} onClick={() => void tryVoice({ text: word.spoken })}>{t("try")}</Button>
  </div>
);

function Zones() {
  const { zones } = draft.value!;
  if (zones.length < 2) return null; // the only zone is the hall
  const set = (zone: Zone) => put("zones")(zones.map((one) => (one.id === zone.id ? zone : one)));
  return (
    <Group title={t("zones")} lead={t("zones_hint")}>
      {zones.map((zone, at) => (
        <Fields key={zone.id}>
          <Field label={t("apart", { zone: tx(zone.name) || zone.id })}>
            <Switch value={zone.speaks_apart} onChange={(speaks_apart) => set({ ...zone, speaks_apart })} />
          </Field>
          {zone.speaks_apart && (
            <Field label={t("speaker")} hint={t("speaker_hint")} where={`zones[${at}].speaker`}>
              <TextInput value={zone.speaker} placeholder="plughw:1,0" onChange={(speaker) => set({ ...zone, speaker })} />
            </Field>
          )}
        </Fields>
      ))}
    </Group>
  );
}

export const voice: SetupSection = { id: "voice", title, part: VoicePart, keys: ["voice"] };
