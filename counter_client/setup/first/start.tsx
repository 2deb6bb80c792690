// The first section: what is still missing before the hall can open, and the addresses for the other machines.
import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import { Section, Group } from "@web/form/form.tsx";
import { get } from "../draft/http.ts";
import type { SetupSection } from "../frame/section.ts";
import type { Ready } from "../draft/shapes.ts";
import { t } from "./start_texts.ts";
import { draft, setup } from "../draft/store.ts";

const Start = () => {
  const steps = setup.value!.ready;
  const left = steps.filter((step) => !step.done).length;
  return (
    <Section title={left ? t("todo", { n: left }) : t("ready")} lead={left ? t("lead") : t("readyLead")}>
      <ol class="checklist">{steps.map((step) => <Step key={step.step} {...step} />)}</ol>
      <Addresses />
    </Section>
  );
};

/** Steps that are taken on another page; all others in the section that names them. */
const ELSEWHERE: Record<string, readonly [string, "goOpen" | "goTicket"] | undefined> = {
  open: ["/counter/", "goOpen"],
  window: ["/counter/", "goOpen"],
  first_ticket: ["/kiosk/", "goTicket"],
};

/** The section a step is taken in. */
const SECTION: Record<string, string | undefined> = { people: "people", counters: "counters", printer: "printers", kiosk: "devices", board: "devices", media: "media" };

function Step({ step, done, text }: Ready) {
  const elsewhere = ELSEWHERE[step];
  const href = elsewhere ? elsewhere[0] : SECTION[step] ? `#${SECTION[step]}` : "";
  return (
    <li class={done ? "done" : ""}>
      <b role="img" aria-label={t(done ? "done" : "open")}>{done ? "✓" : ""}</b>
      <span>{tx(text)}</span>
      {href && <a class={done ? "button quiet" : "button secondary"} href={href} target={elsewhere ? "_blank" : undefined} aria-label={`${t(elsewhere?.[1] ?? "go")}: ${tx(text)}`}>{t(elsewhere?.[1] ?? "go")}</a>}
    </li>
  );
}

const LOCAL = /^https?:\/\/(localhost|127\.|\[::1\])/;
const address = (): string => setup.value?.address || location.origin;

function Addresses() {
  const counters = draft.value!.counters;
  const counter = useSignal(counters[0]?.id ?? "");
  const at = encodeURIComponent(counter.value);
  return (
    <Group title={t("addresses")} lead={t("addressesLead")}>
      {LOCAL.test(address()) && <p class="planned">{t("local", { host: address().replace(/^https?:../, "") })}</p>}
      <div class="addresses">
        <Address name={t("kiosk")} path="/kiosk/" />
        <Address name={t("lobby")} path="/lobby/" />
        <Address name={t("guide")} path="/guide/" />
      </div>
      <label class="which">
        {t("which")}
        <select value={counter.value} onChange={(event) => (counter.value = event.currentTarget.value)}>
          {counters.map((one) => <option key={one.id} value={one.id}>{tx(one.name)}</option>)}
        </select>
      </label>
      <div class="addresses">
        <Address name={t("counter")} path={`/counter/?counter=${at}`} />
        <Address name={t("window")} path={`/window/?counter=${at}`} />
        <Address name={t("evaluator")} path={`/evaluator/?counter=${at}`} />
      </div>
    </Group>
  );
}

/** The picture is behind the same door as the page. */
function Code({ path, name }: { path: string; name: string }) {
  const [picture, show] = useState("");
  useEffect(() => {
    let url = "";
    let here = true;
    const drawn = get("/api/setup/qr", { query: { path } });
    drawn.then((blob) => here && show((url = URL.createObjectURL(blob))), () => undefined); // the address stands beside it
    return () => {
      here = false;
      URL.revokeObjectURL(url);
    };
  }, [path]);
  return picture ? <img src={picture} alt={t("qr", { name })} width={120} height={120} /> : <span class="no-code" aria-hidden="true" />;
}

const Address = ({ name, path }: { name: string; path: string }) => (
  <figure>
    <Code path={path} name={name} />
    <figcaption>
      <strong>{name}</strong>
      <a href={`${address()}${path}`} target="_blank" rel="noopener">{`${address().replace(/^http:../, "")}${path}`}</a>
    </figcaption>
  </figure>
);

export const start: SetupSection = { id: "start", title: { zh: "开始", en: "Start" }, part: Start, mark: () => (setup.value?.ready.every((step) => step.done) ? "ok" : "todo") };
