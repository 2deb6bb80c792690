// One business: its name and queue, its times, what a customer must bring, other ways to do it, what it costs.
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { EChannel, Service } from "@web/wire.ts";
import { Choice, Duration, Field, Fields, Group, Rows, Switch, TextInput, TwoTexts } from "../form/form.tsx";
import { InUse } from "../form/in_use.tsx";
import { newId } from "../form/lists.ts";
import { change, draft } from "../draft/store.ts";
import { t } from "./services_texts.ts";
import { Room } from "./room.tsx";

interface Props {
  service: Service;
  onChange: (service: Service) => void;
  at: number;
}

const NOTHING = { zh: "", en: "" };

export function ServiceForm({ service, onChange, at }: Props) {
  const set = (part: Partial<Service>) => onChange({ ...service, ...part });
  const where = `services[${at}]`;
  const queues = draft.value!.queues.map((queue) => ({ value: queue.id, label: `${queue.letter} ${tx(queue.name)}` }));
  return (
    <>
      <Field label={t("name")} hint={t("name_hint")} where={`${where}.name`} wide><TwoTexts value={service.name} onChange={(name) => set({ name })} /><Room kind="service" name={service.name} /></Field>
      <Fields>
        <Field label={t("queue")} where={`${where}.queue`}><Choice value={service.queue} options={queues} onChange={(queue) => set({ queue })} /></Field>
        <Field label={t("standard")} hint={t("standard_hint")} where={`${where}.standard_seconds`}>
          <Duration value={service.standard_seconds} onChange={(standard_seconds) => set({ standard_seconds })} />
        </Field>
        <Usual service={service} set={set} where={`${where}.mean_seconds`} />
      </Fields>
      <Materials service={service} set={set} where={`${where}.materials`} />
      <Channels service={service} set={set} where={`${where}.e_channels`} />
      <Field label={t("note")} hint={t("note_hint")} where={`${where}.note`} wide><TwoTexts value={service.note} onChange={(note) => set({ note })} lines={2} /></Field>
      <Field label={t("fee")} hint={t("fee_hint")} where={`${where}.fee`} wide><TwoTexts value={service.fee} onChange={(fee) => set({ fee })} /></Field>
      <p><Button onClick={() => copy(service)}>{t("copy")}</Button></p>
      <InUse kind="services" id={service.id} name={tx(service.name)} others={[]} />
    </>
  );
}

interface PartProps {
  service: Service;
  set: (part: Partial<Service>) => void;
  where: string;
}

function Usual({ service, set, where }: PartProps) {
  const same = service.mean_seconds === 0;
  return (
    <Field label={t("usual")} hint={t("usual_hint")} where={where}>
      <Switch value={same} text={t("as_standard")} onChange={(on) => set({ mean_seconds: on ? 0 : service.standard_seconds })} />
      {!same && <Duration value={service.mean_seconds} onChange={(mean_seconds) => set({ mean_seconds })} />}
    </Field>
  );
}

const Materials = ({ service, set, where }: PartProps) => (
  <Group title={t("materials")} lead={t("materials_lead")}>
    <Rows items={service.materials} onChange={(materials) => set({ materials })} fresh={() => NOTHING} title={tx} where={where} add={t("add_material")} empty={t("no_materials")} ordered open>
      {(one, change_, at) => <Field label={t("material", { n: at + 1 })} where={`${where}[${at}]`} wide><TwoTexts value={one} onChange={change_} /></Field>}
    </Rows>
  </Group>
);

const channel = (): EChannel => ({ name: NOTHING, url: "", hint: NOTHING });

const Channels = ({ service, set, where }: PartProps) => (
  <Group title={t("channels")} lead={t("channels_lead")}>
    <Rows items={service.e_channels} onChange={(e_channels) => set({ e_channels })} fresh={channel} title={(one) => tx(one.name)} where={where} add={t("add_channel")} empty={t("no_channels")} ordered>
      {(one, change_, at) => (
        <>
          <Field label={t("channel_name")} where={`${where}[${at}].name`} wide><TwoTexts value={one.name} onChange={(name) => change_({ ...one, name })} /></Field>
          <Field label={t("channel_hint")} where={`${where}[${at}].hint`} wide><TwoTexts value={one.hint} onChange={(hint) => change_({ ...one, hint })} /></Field>
          <Field label={t("channel_url")} hint={t("channel_url_hint")} where={`${where}[${at}].url`} wide>
            <TextInput inputMode="url" value={one.url} onChange={(url) => change_({ ...one, url })} />
          </Field>
        </>
      )}
    </Rows>
  </Group>
);

/** A business like this one, right behind it. */
function copy(service: Service): void {
  change((config) => {
    const id = newId(`${service.id}_`, config.services.map((one) => one.id));
    const name = { zh: t("copy_of", { name: service.name.zh }, "zh"), en: t("copy_of", { name: service.name.en }, "en") };
    const services = config.services.flatMap((one) => (one.id === service.id ? [one, { ...service, id, name }] : [one]));
    return { ...config, services };
  });
}
