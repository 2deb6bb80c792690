// The counters as furniture: number, name, where they stand, what they call, and what kind they are.
import { useSignal } from "@preact/signals";
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { CounterPlace, Text } from "@web/wire.ts";
import { Choice, Field, Fields, Rows, Section, Switch, TextInput, TwoTexts } from "../form/form.tsx";
import { InUse, keptBy } from "../form/in_use.tsx";
import { moreCounters, withCounter, wrongNumber } from "./more_counters.ts";
import { optionsFrom } from "../form/options.ts";
import { putItems } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { change, draft } from "../draft/store.ts";
import { t, title } from "./counters_texts.ts";
import { Uncalled } from "./uncalled.tsx";
import { Room } from "./room.tsx";

const KINDS = ["floating", "dedicated", "room"] as const;

function brief(counter: CounterPlace): string {
  const { profiles, zones } = draft.value!;
  const named = (items: readonly { id: string; name: Text }[], id: string) => tx(items.find((one) => one.id === id)?.name ?? { zh: id, en: id });
  const kinds = KINDS.filter((kind) => counter[kind]).map((kind) => t(kind));
  return [named(profiles, counter.profile), named(zones, counter.zone), ...kinds].filter(Boolean).join(" · ");
}

function CountersPart() {
  const list = draft.value!.counters;
  const add = (n: number) => change((config) => moreCounters(config, n));
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Uncalled />
      <Rows items={list} onChange={putItems("counters")} title={(counter) => tx(counter.name) || counter.id} brief={brief}
        where="counters" keeps={(counter) => keptBy("counters", counter.id)} ordered>
        {(counter, set, at) => <CounterForm counter={counter} set={set} at={at} />}
      </Rows>
      <p class="buttons">
        <Button class="add" onClick={() => add(1)}>＋ {t("add_one")}</Button>
        <Button class="add" onClick={() => add(3)}>＋ {t("add_three")}</Button>
      </p>
      <WithNumber />
    </Section>
  );
}

function CounterForm({ counter, set, at }: { counter: CounterPlace; set: (counter: CounterPlace) => void; at: number }) {
  const { profiles, zones, counters: list } = draft.value!;
  const where = `counters[${at}]`;
  return (
    <>
      <Fields>
        <Field label={t("profile")} hint={t("profile_hint")} where={`${where}.profile`}>
          <Choice value={counter.profile} options={optionsFrom(profiles)} onChange={(profile) => set({ ...counter, profile })} />
        </Field>
        <Field label={t("zone")} where={`${where}.zone`}>
          <Choice value={counter.zone} options={optionsFrom(zones)} onChange={(zone) => set({ ...counter, zone })} />
        </Field>
      </Fields>
      <Field label={t("name")} hint={t("name_hint", { id: counter.id })} where={`${where}.name`} wide><TwoTexts value={counter.name} onChange={(name) => set({ ...counter, name })} /><Room kind="counter" name={counter.name} /></Field>
      <Fields>
        {KINDS.map((kind) => (
          <Field key={kind} label={t(kind)} hint={t(`${kind}_hint`)}>
            <Switch value={counter[kind]} onChange={(on) => set({ ...counter, [kind]: on })} />
          </Field>
        ))}
      </Fields>
      <InUse kind="counters" id={counter.id} name={tx(counter.name)} others={optionsFrom(list)} />
    </>
  );
}

/** A counter keeps its number: screens, keypads and the record know it by that. So it is chosen here, once. */
function WithNumber() {
  const number = useSignal("");
  const id = number.value.trim();
  const wrong = id ? wrongNumber(draft.value!.counters, id) : null;
  const add = (event: Event) => {
    event.preventDefault();
    change((config) => withCounter(config, id));
    number.value = "";
  };
  return (
    <form class="beside" onSubmit={add}>
      <Field label={t("number")} hint={t("number_hint")} problem={wrong && { zh: t(`number_${wrong}`, {}, "zh"), en: t(`number_${wrong}`, {}, "en") }}>
        <TextInput value={number.value} onChange={(typed) => (number.value = typed)} />
      </Field>
      <Button type="submit" disabled={!id || wrong !== null}>{t("add_this")}</Button>
    </form>
  );
}

export const counters: SetupSection = { id: "counters", title, part: CountersPart, keys: ["counters"] };
