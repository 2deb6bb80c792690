// The hall itself and its furniture: plain sections, drawn from what the server says of their fields.
import { useSignal } from "@preact/signals";
import { Asks, Checks, Field, Group, TextInput } from "@web/form/form.tsx";
import { joined } from "@web/form/in_words.ts";
import { newId } from "@web/form/lists.ts";
import { tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { HallConfig, Profile, Queue, Service, CounterPlace, Text } from "@web/wire.ts";
import { nameOf, optionsOf } from "../draft/asked.ts";
import { change, draft, references, replaceDraft } from "../draft/store.ts";
import { usesOf } from "../draft/uses.ts";
import { listed, ListedRows } from "../form/listed.tsx";
import type { SetupSection } from "../draft/section.tsx";
import { t } from "./hall_texts.ts";
import { calledBy, callsNothing, cellOf, countersOf, uncalled, withoutCounter, ProfileMatrix } from "./profile_matrix.tsx";

// New counters like those that are there: the next numbers, in the same zone, calling the same.

type Hall = Pick<HallConfig, "counters" | "zones" | "profiles">;

export const counterName = (id: string): Text => ({ zh: `${id} 号窗口`, en: `Counter ${id}` });

const ordinary = (counter: CounterPlace): boolean => !counter.floating && !counter.dedicated && !counter.room;

/** Like the last ordinary counter, with a number of its own. */
function like({ counters, zones, profiles }: Hall, id: string): CounterPlace {
  const model = counters.filter(ordinary).pop() ?? counters[counters.length - 1];
  const [zone, profile] = [model?.zone ?? zones[0]?.id ?? "", model?.profile ?? profiles[0]?.id ?? ""];
  return { id, name: counterName(id), zone, profile, floating: false, dedicated: false, room: false, keeper: "", spot: null };
}

export const withCounter = <T extends Hall>(config: T, id: string): T => ({ ...config, counters: [...config.counters, like(config, id)] });

export function moreCounters<T extends Hall>(config: T, n: number): T {
  let more = config;
  for (let made = 0; made < n; made++) more = withCounter(more, newId("", more.counters.map((counter) => counter.id)));
  return more;
}

const COUNTER_ID = /^[\w-]+$/;

/** Why a new counter cannot have this number. */
export function wrongNumber(counters: readonly CounterPlace[], id: string): "form" | "taken" | null {
  if (!COUNTER_ID.test(id)) return "form";
  return counters.some((counter) => counter.id === id) ? "taken" : null;
}

const BASICS = ["name", "languages", "phone", "industry", "key_hall", "timezone", "routing", "hall_networks"] as const;

export const hall: SetupSection = {
  id: "hall",
  title: { zh: "基本信息", en: "Basics" },
  lead: () => t("basics_lead"),
  keys: BASICS,
  part: () => <Asks<HallConfig> where="" item={draft.value!} set={replaceDraft} only={BASICS} />,
};

export const zones = listed("zones", () => ({
  brief: (zone) => {
    const uses = usesOf(references(), draft.value!, "zones", zone.id);
    const count = (kind: string) => uses.filter((one) => one.kind === kind).length;
    return uses.length ? t("zone_brief", { queues: count("queues"), counters: count("counters") }) : t("zone_unused");
  },
}));

export const queues = listed("queues", () => ({
  top: <Uncalled />,
  title: (queue) => `${queue.letter} ${tx(queue.name)}`,
  brief: ({ id }) => t("queue_brief", { services: draft.value!.services.filter(({ queue }) => queue === id).length, counters: countersOf(draft.value!, id).length }),
  below: (queue) => <CalledBy queue={queue} />,
}));

/** A queue nobody calls is no use: the profiles that shall are chosen right here. */
function CalledBy({ queue }: { queue: Queue }) {
  const value = draft.value!.profiles.filter((profile) => cellOf(profile, queue.id) !== "off").map((profile) => profile.id);
  const choose = (chosen: readonly string[]) => change((config) => ({ ...config, profiles: calledBy(config.profiles, queue.id, chosen, config.queues) }));
  return (
    <Field label={t("called_by")} hint={t(value.length ? "called_by_hint" : "called_by_none")} wide>
      <Checks value={value} options={optionsOf("profiles")} onChange={choose} />
    </Field>
  );
}

/** Customers who would wait for nobody: queues no profile calls, or none that stands at a counter. */
function Uncalled() {
  const names = (some: readonly Queue[]) => joined(some.map((queue) => `${queue.letter} ${tx(queue.name)}`.trim()));
  const [lost, bare] = [uncalled(draft.value!), withoutCounter(draft.value!)];
  return (
    <>
      {lost.length > 0 && <p class="warning over" role="status">{t("uncalled", { queues: names(lost) })}</p>}
      {bare.length > 0 && <p class="warning" role="status">{t("without_counter", { queues: names(bare) })}</p>}
    </>
  );
}

export const services = listed("services", () => ({
  brief: ["queue", "standard_seconds"],
  below: (service) => <p><Button onClick={() => copy(service)}>{t("copy")}</Button></p>,
}));

export const terminals = listed("terminals", () => ({ brief: ["zone", "services"] }));

export const segments = listed("segments", () => ({}));

export const segmentRules = listed("segment_rules", () => ({
  title: (rule) => [nameOf("segments", rule.segment), nameOf("services", rule.service)].filter(Boolean).join(" · "),
  brief: ["queue"],
}));

/** A business like this one, right behind it. */
function copy(service: Service): void {
  change((config) => {
    const id = newId(`${service.id}_`, config.services.map((one) => one.id));
    const name = { zh: t("copy_of", { name: service.name.zh }, "zh"), en: t("copy_of", { name: service.name.en }, "en") };
    return { ...config, services: config.services.flatMap((one) => (one.id === service.id ? [one, { ...service, id, name }] : [one])) };
  });
}

export const profiles: SetupSection = { id: "profiles", keys: ["profiles"], part: ProfilesPart };

function ProfilesPart() {
  const brief = (profile: Profile) => {
    const counters = draft.value!.counters.filter((counter) => counter.profile === profile.id).map((counter) => tx(counter.name));
    return callsNothing(profile) ? t("calls_nothing") : joined(counters) || t("no_counters");
  };
  return (
    <>
      <ProfileMatrix />
      <Uncalled />
      <Group title={t("names")}><ListedRows id="profiles" brief={brief} /></Group>
    </>
  );
}

export const counters = listed("counters", () => ({
  top: <Uncalled />,
  brief: ["profile", "zone", "floating", "dedicated", "room"],
  more: ({ id }) => ({ name: { hint: t("counter_number", { id }) } }),
  foot: <><p class="buttons"><More n={1} /><More n={3} /></p><WithNumber /></>,
}));

const More = ({ n }: { n: 1 | 3 }) => <Button class="add" onClick={() => change((config) => moreCounters(config, n))}>＋ {t(n === 1 ? "add_one" : "add_three")}</Button>;

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
      <Field label={t("number")} hint={t("number_hint")} problem={wrong && t(`number_${wrong}`)}>
        <TextInput value={number.value} onChange={(typed) => (number.value = typed)} />
      </Field>
      <Button type="submit" disabled={!id || wrong !== null}>{t("add_this")}</Button>
    </form>
  );
}
