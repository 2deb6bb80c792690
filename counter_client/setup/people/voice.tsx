// The section about the voice: which is heard, how it reads, how loud, and which zones speak for themselves.
import { Ask, Choice, Field, Fields, Group, Section, Switch, Table, TextInput } from "@web/form/form.tsx";
import { tx } from "@web/i18n.ts";
import { Badge, Button, notifyRefusal } from "@web/parts.tsx";
import type { HallConfig, Pronunciation, VoiceConfig, Zone } from "@web/wire.ts";
import { useEffect, useState } from "preact/hooks";
import { fieldAt, optionsOf } from "../draft/asked.ts";
import { post } from "../draft/http.ts";
import { put, putFigure } from "../draft/put.ts";
import { draft } from "../draft/store.ts";
import "./voice.css";
import { engineName, type NameSaid, readEngines, reading, trying, tryVoice, voices, withReading } from "./voice.ts";
import { t } from "./voice_texts.ts";
import type { SetupSection } from "../frame/section.ts";

// The counters' names that no voice can read, each with a field for how it is said; what is typed becomes a reading.

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

// A call to listen to, here or on a board.

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

const keep = put("voice");
const TONE = { ok: "good", missing: "near", failing: "over" } as const;

function VoicePart() {
  const voice = draft.value!.voice;
  const known = fieldAt("voice")!;
  const set = (change: Partial<VoiceConfig>) => keep({ ...voice, ...change });
  useEffect(() => void readEngines(), []);
  return (
    <Section title={tx(known.label)} lead={tx(known.help)}>
      <Heard />
      <VoiceTrial />
      <How voice={voice} set={set} />
      <Group title={tx(fieldAt("voice.lexicon")!.label)} lead={tx(fieldAt("voice.lexicon")!.help)}>
        <Table where="voice.lexicon" items={voice.lexicon} onChange={(lexicon) => set({ lexicon })} title={(word) => `${word.written} → ${word.spoken}`} below={(word) => <Listen word={word} />} />
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

interface Of {
  voice: VoiceConfig;
  set: (change: Partial<VoiceConfig>) => void;
}

function How({ voice, set }: Of) {
  const { figures } = draft.value!;
  const asks = <K extends keyof VoiceConfig>(id: K) => <Ask where={`voice.${id}`} value={voice[id]} onChange={(value) => set({ [id]: value })} />;
  const figure = (name: "speech_languages" | "speech_rate") => <Ask where={`figures.${name}`} value={figures[name]} onChange={(value: string | number) => putFigure(name, value)} />;
  const engines = [...new Set([...voice.engines, ...optionsOf("voices").map(({ value }) => value)])].filter((kind) => kind !== "chime");
  return (
    <>
      <Ask where="voice.engines" value={voice.engines} options={engines.map((kind) => ({ value: kind, label: engineName(kind) }))} onChange={(chosen) => set({ engines: chosen })} />
      <Fields>{figure("speech_languages")}{figure("speech_rate")}{asks("one")}{asks("volume")}</Fields>
      {asks("volume_steps")}
    </>
  );
}

/** Heard as it would be read; the word itself need not be saved for it. */
const Listen = ({ word }: { word: Pronunciation }) => (
  <Button icon="sound" disabled={trying.value || !word.spoken} aria-label={t("listen", { word: word.written })} onClick={() => void tryVoice({ text: word.spoken })}>{t("try")}</Button>
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
            <Ask where={`zones[${at}].speaker`} value={zone.speaker} onChange={(speaker) => set({ ...zone, speaker })} />
          )}
        </Fields>
      ))}
    </Group>
  );
}

export const voice: SetupSection = { id: "voice", part: VoicePart, keys: ["voice"] };
