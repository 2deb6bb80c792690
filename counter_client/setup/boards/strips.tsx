// LED strips: how they are reached, whose calls they show, and a word to see whether it is the right one.
import { useState } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import { Refusal } from "@web/refusal.ts";
import type { Strip, StripTested } from "@web/wire.ts";
import { Choice, Field, Fields, NumberInput, Rows, Section, TextInput, TwoTexts } from "../form/form.tsx";
import { optionsFrom } from "../form/options.ts";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { call, draft, setup } from "../draft/store.ts";
import { t, title } from "./strips_texts.ts";

const KNOWN = ["tcp_text", "serial_text"] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (kind: string): kind is Known => (KNOWN as readonly string[]).includes(kind);

const fresh = (id: string): Strip => ({ id, kind: "tcp_text", address: "", counter: "", columns: 16, idle: { zh: "", en: "" } });

/** A protocol that was dropped into the server's folder is called by its file's name. */
const kinds = () => (setup.value?.choices.strip_kinds ?? KNOWN).map((value) => ({ value, label: isKnown(value) ? t(value) : value }));

const WHY: Record<string, "offline" | "no_answer"> = { offline: "offline", no_answer: "no_answer" };

async function tried(strip: Strip): Promise<string> {
  try {
    const said = await call<StripTested>("POST", "/api/strips/test", { strip, text: t("try_text") });
    const known = WHY[said.detail];
    return said.outcome === "shown" ? t("shown") : t("held", { why: known ? t(known) : said.detail });
  } catch (no) {
    if (!(no instanceof Refusal)) throw no;
    return t("held", { why: tx(no.text) });
  }
}

function Trial({ strip }: { strip: Strip }) {
  const [said, say] = useState("");
  const send = () => {
    say(t("trying"));
    void tried(strip).then(say);
  };
  return (
    <p class="trial">
      <Button disabled={!strip.address || said === t("trying")} onClick={send}>{t("try")}</Button>
      <span role="status">{said}</span>
    </p>
  );
}

function StripForm({ strip, set, at }: { strip: Strip; set: (strip: Strip) => void; at: number }) {
  const where = `strips[${at}]`;
  return (
    <>
      <Fields>
        <Field label={t("kind")} where={`${where}.kind`}>
          <Choice value={strip.kind} options={kinds()} onChange={(kind) => set({ ...strip, kind })} />
        </Field>
        <Field label={t("address")} hint={t(isKnown(strip.kind) ? `address_${strip.kind}` : "address_other")} where={`${where}.address`}>
          <TextInput value={strip.address} onChange={(address) => set({ ...strip, address: address.trim() })} />
        </Field>
        <Field label={t("counter")} where={`${where}.counter`}>
          <Choice value={strip.counter} options={optionsFrom(draft.value!.counters)} none={t("whole")} onChange={(counter) => set({ ...strip, counter })} />
        </Field>
        <Field label={t("columns")} hint={t("columns_hint")} where={`${where}.columns`}>
          <NumberInput value={strip.columns} unit={t("columns_unit")} onChange={(columns) => set({ ...strip, columns: Math.round(columns) })} />
        </Field>
        <Field label={t("idle")} hint={t("idle_hint")} where={`${where}.idle`} wide>
          <TwoTexts value={strip.idle} onChange={(idle) => set({ ...strip, idle })} />
        </Field>
      </Fields>
      <Trial strip={strip} />
    </>
  );
}

function StripsPart() {
  const { strips: list, counters } = draft.value!;
  const whose = (strip: Strip) => {
    const counter = counters.find(({ id }) => id === strip.counter);
    return counter ? tx(counter.name) : t("whole");
  };
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Rows items={list} onChange={put("strips")} fresh={fresh} prefix="strip" title={whose} brief={(strip) => strip.address} where="strips" add={t("add")} empty={t("none")}>
        {(strip, set, at) => <StripForm strip={strip} set={set} at={at} />}
      </Rows>
    </Section>
  );
}

export const strips: SetupSection = { id: "strips", title, part: StripsPart, keys: ["strips"] };
