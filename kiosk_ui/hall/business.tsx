// One business from outside: who waits and how long, or why it cannot be had; opened, what to bring.
import type { ComponentChildren } from "preact";
import { formName, OpenForm } from "@web/catalogue/blank_form.tsx";
import { Icon, Wait } from "@web/drawing/parts.tsx";
import { tx } from "@web/language/i18n.ts";
import type { Business, KioskService, RemoteNow, Text } from "@web/wire.ts";
import { mayTake } from "./take.ts";
import { Take } from "./take.tsx";
import { t } from "./texts.ts";

/** Minutes where nobody waits have a reason, as on the kiosk. */
function People({ of }: { of: KioskService }) {
  const words = of.waiting ? t("people", { count: of.waiting }) : t(of.wait.state === "minutes" ? "allBusy" : "noOne");
  return <span class="waiting">{words}</span>;
}

function Standing({ of, open }: { of: KioskService; open: boolean }) {
  if (of.suspended) {
    const until = of.suspended_until;
    return <span class="standing no"><Icon name="pause" /> {t("suspended", { reason: tx(of.suspended) })}{until && ` · ${t("until", { until })}`}</span>;
  }
  if (!open) return null;
  if (of.near_close === "stopped") return <span class="standing no"><Icon name="clock" /> {t("stoppedToday")}</span>;
  if (!of.served) return <span class="standing no"><Icon name="alert" /> {t("unserved")}</span>;
  return (
    <span class="standing">
      {of.near_close === "warn" ? <b class="late">{t("lateMark")}</b> : <b><Wait wait={of.wait} /></b>} <People of={of} />
    </span>
  );
}

const Part = ({ name, children }: { name: string; children: ComponentChildren }) => <div><dt>{name}</dt><dd>{children}</dd></div>;

const List = ({ name, of, more = "" }: { name: string; of: readonly Text[]; more?: string }) =>
  of.length || more ? <Part name={name}>{of.map((one) => <span key={one.zh}>{tx(one)}</span>)}{more && <span>{more}</span>}</Part> : null;

const ways = ({ e_channels }: Business): Text[] =>
  e_channels.map(({ name, hint }) => ({ zh: [name.zh, hint.zh].filter(Boolean).join("："), en: [name.en || name.zh, hint.en].filter(Boolean).join(": ") }));

/** All that concerns who comes; what counters alone go by is not told. */
function Bring({ of }: { of: Business }) {
  const { entry, materials } = of;
  const enough = entry.enough > 0 && entry.enough < materials.length ? t("enough", { n: entry.enough }) : "";
  const more = entry.incomplete ? t("askUs") : materials.length ? enough : t("nothing");
  return (
    <dl>
      <List name={t("materials")} of={materials} more={more} />
      <List name={t("agent")} of={entry.agent_materials} />
      {entry.forms.length > 0 && <Part name={t("forms")}>{entry.forms.map((form) => <span key={form.name.zh}>{formName(form)} <OpenForm form={form} words={t("openForm")} /></span>)}</Part>}
      <List name={t("conditions")} of={entry.conditions} />
      <List name={t("fee")} of={[of.fee].filter(tx)} />
      <List name={t("limit")} of={[entry.limit].filter(tx)} />
      <List name={t("ways")} of={ways(of)} />
      <List name={t("note")} of={[of.note].filter(tx)} />
    </dl>
  );
}

/** `written`: what the catalogue says of it, once it is there. */
export const BusinessNow = ({ of, open, written, remote }: { of: KioskService; open: boolean; written: Business | undefined; remote: RemoteNow | null }) => (
  <details>
    <summary><span class="name">{tx(of.name)}</span> <Standing of={of} open={open} /></summary>
    {remote && mayTake(of, remote, open) && <Take of={of} remote={remote} />}
    {written ? <Bring of={written} /> : <dl><List name={t("materials")} of={of.materials} more={of.materials.length ? "" : t("askUs")} /></dl>}
  </details>
);
