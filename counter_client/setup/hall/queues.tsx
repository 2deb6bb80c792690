// The lines customers stand in: each has a letter of its own for its numbers.
import { tx } from "@web/i18n.ts";
import type { Queue, Text } from "@web/wire.ts";
import { Checks, Choice, Field, Fields, Rows, Section, TwoTexts } from "../form/form.tsx";
import { InUse, keptBy } from "../form/in_use.tsx";
import { freeLetters, sharesLetter } from "./letters.ts";
import { calledBy, cellOf, countersOf } from "./matrix.ts";
import { optionsFrom } from "../form/options.ts";
import { putItems } from "../draft/put.ts";
import { t, title } from "./queues_texts.ts";
import type { SetupSection } from "../sections.ts";
import { change, draft, setup } from "../draft/store.ts";
import { Uncalled } from "./uncalled.tsx";
import { Room } from "./room.tsx";

const free = (): string[] => freeLetters(setup.value!.choices.letters, setup.value!.config, draft.value!);

const fresh = (id: string): Queue => ({ id, letter: free()[0] ?? "", name: { zh: "", en: "" }, zone: draft.value!.zones[0]?.id ?? "" });

function brief(queue: Queue): string {
  const config = draft.value!;
  const services = config.services.filter((service) => service.queue === queue.id).length;
  return t("brief", { services, counters: countersOf(config, queue.id).length });
}

function QueuesPart() {
  const { queues: list, zones } = draft.value!;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Uncalled />
      <Rows items={list} onChange={putItems("queues")} fresh={fresh} prefix="queue" title={(queue) => `${queue.letter} ${tx(queue.name)}`} brief={brief}
        where="queues" add={t("add")} keeps={(queue) => keptBy("queues", queue.id)} ordered>
        {(queue, set, at) => (
          <>
            <Fields>
              <Letter queue={queue} at={at} onChange={(letter) => set({ ...queue, letter })} />
              <Field label={t("zone")} hint={t("zone_hint")} where={`queues[${at}].zone`}>
                <Choice value={queue.zone} options={optionsFrom(zones)} onChange={(zone) => set({ ...queue, zone })} />
              </Field>
            </Fields>
            <Field label={t("name")} hint={t("name_hint")} where={`queues[${at}].name`} wide>
              <TwoTexts value={queue.name} onChange={(name) => set({ ...queue, name })} /><Room kind="queue" name={queue.name} />
            </Field>
            <CalledBy queue={queue} />
            <InUse kind="queues" id={queue.id} name={tx(queue.name)} others={optionsFrom(list)} />
          </>
        )}
      </Rows>
    </Section>
  );
}

/** A queue nobody calls is no use: the profiles that shall are chosen right here. */
function CalledBy({ queue }: { queue: Queue }) {
  const { profiles } = draft.value!;
  const value = profiles.filter((profile) => cellOf(profile, queue.id) !== "off").map((profile) => profile.id);
  const choose = (chosen: readonly string[]) =>
    change((config) => ({ ...config, profiles: calledBy(config.profiles, queue.id, chosen, config.queues) }));
  return (
    <Field label={t("called_by")} hint={t(value.length ? "called_by_hint" : "called_by_none")} wide>
      <Checks value={value} options={optionsFrom(profiles)} onChange={choose} />
    </Field>
  );
}

function Letter({ queue, at, onChange }: { queue: Queue; at: number; onChange: (letter: string) => void }) {
  const other = sharesLetter(draft.value!, queue.id);
  const letters = [...(queue.letter ? [queue.letter] : []), ...free()];
  const said = (lang: "zh" | "en") => t("taken", { letter: queue.letter, name: other!.name[lang] }, lang);
  const problem: Text | null = other && { zh: said("zh"), en: said("en") };
  return (
    <Field label={t("letter")} hint={t("letter_hint", { letter: queue.letter || "A" })} problem={problem} where={`queues[${at}].letter`}>
      <Choice value={queue.letter} options={letters.map((letter) => ({ value: letter, label: letter }))} onChange={onChange} />
    </Field>
  );
}

export const queues: SetupSection = { id: "queues", title, part: QueuesPart, keys: ["queues"] };
