// The businesses customers choose from at the kiosk, in the kiosk's order.
import { lang, tx } from "@web/i18n.ts";
import type { Service } from "@web/wire.ts";
import { spanText } from "../rules/figure_words.ts";
import { Rows, Section } from "../form/form.tsx";
import { putItems } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { ServiceForm } from "./service_form.tsx";
import { t, title } from "./services_texts.ts";
import { draft } from "../draft/store.ts";

const NOTHING = { zh: "", en: "" };
const QUARTER = 900;

const fresh = (id: string): Service => ({
  id,
  name: NOTHING,
  queue: draft.value!.queues[0]?.id ?? "",
  standard_seconds: QUARTER,
  mean_seconds: 0,
  materials: [],
  e_channels: [],
  note: NOTHING,
  fee: NOTHING,
});

function brief(service: Service): string {
  const queue = draft.value!.queues.find((one) => one.id === service.queue);
  const line = queue ? `${queue.letter} ${tx(queue.name)}` : service.queue;
  return t("brief", { line, time: spanText(service.standard_seconds, lang.value) });
}

const ServicesPart = () => (
  <Section title={t("title")} lead={t("lead")}>
    <Rows items={draft.value!.services} onChange={putItems("services")} fresh={fresh} prefix="service" title={(service) => tx(service.name)} brief={brief}
      where="services" add={t("add")} ordered>
      {(service, set, at) => <ServiceForm service={service} onChange={set} at={at} />}
    </Rows>
  </Section>
);

export const services: SetupSection = { id: "services", title, part: ServicesPart, keys: ["services"] };
