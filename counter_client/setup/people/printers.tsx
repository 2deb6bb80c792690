// The section about slip printers: how each stands, a test slip, what it has been told, the wizard for a new one.
import { signal, useSignal } from "@preact/signals";
import { Ask, Asks } from "@web/form/form.tsx";
import { newId } from "@web/form/lists.ts";
import { tx } from "@web/language/i18n.ts";
import { Badge, Button, notify } from "@web/drawing/parts.tsx";
import type { PrinterConfig } from "@web/wire.ts";
import { useEffect } from "preact/hooks";
import { fieldAt, freshOf } from "../draft/asked.ts";
import { draft, setup } from "../draft/store.ts";
import { ListedRows } from "../form/listed.tsx";
import type { SetupSection } from "../draft/section.tsx";
import { machines } from "./devices.ts";
import { PrinterAddress, PrinterUse, PrinterWizard } from "./printer_wizard.tsx";
import "./printers.css";
import { printerBrief, printerName, states, testPrint, t } from "./printers.ts";

interface AtWork {
  printer: PrinterConfig;
  isNew: boolean;
}

const wizard = signal<AtWork | null>(null);

function add(): void {
  const name = { zh: t("default_name", {}, "zh"), en: t("default_name", {}, "en") };
  const id = newId("printer", draft.value!.printers.map((one) => one.id));
  wizard.value = { printer: { ...(freshOf("printers", id) as PrinterConfig), kind: "tcp", name }, isNew: true };
}

const Add = () => <Button kind="primary" icon="printer" onClick={add}>{tx(fieldAt("printers")!.add)}</Button>;

const EVERY = 5_000;

function PrintersPart() {
  useEffect(() => states.watch(EVERY), []);
  useEffect(() => void machines.read(), []);
  return (
    <>
      <ListedRows id="printers" fresh={undefined} title={printerName} brief={(printer) => <Brief printer={printer} />}
        children={(printer, set, at) => <Edit printer={printer} set={set} where={`printers[${at}]`} />} />
      {wizard.value && <PrinterWizard {...wizard.value} onClose={() => (wizard.value = null)} />}
    </>
  );
}

const TONE = { ok: "good", warn: "near", down: "over", unknown: undefined } as const;

function Brief({ printer }: { printer: PrinterConfig }) {
  const state = states.all.value?.find((one) => one.id === printer.id);
  const kept = setup.value?.config.printers.some((one) => one.id === printer.id);
  return (
    <span class="printer-brief">
      {!kept && <Badge tone="near">{t("unsaved")}</Badge>}
      {state && <Badge tone={TONE[state.state]}>{tx(state.state_text)}</Badge>}
      <span>{printerBrief(printer)}</span>
      {state && state.state !== "ok" && <span class="faint">{tx(state.text)}</span>}
    </span>
  );
}

/** What the wizard finds out by looking at slips; an engineer may say it outright. */
const MORE = ["mode", "raster", "ack", "cut", "feed", "density"] as const;

function Edit({ printer, set, where }: { printer: PrinterConfig; set: (printer: PrinterConfig) => void; where: string }) {
  return (
    <>
      <p class="buttons">
        <TestSlip printer={printer} />
        <Button onClick={() => (wizard.value = { printer, isNew: false })}>{t("again")}</Button>
      </p>
      <Asks where={where} item={printer} set={set} only={["name"]} />
      <PrinterAddress printer={printer} onChange={set} where={where} />
      <PrinterUse printer={printer} onChange={set} where={where} />
      <Ask where={`${where}.large`} value={printer.large} onChange={(large) => set({ ...printer, large })} />
      <details>
        <summary>{t("more")}</summary>
        <Asks where={where} item={printer} set={set} only={MORE} />
      </details>
    </>
  );
}

function TestSlip({ printer }: { printer: PrinterConfig }) {
  const busy = useSignal(false);
  const print = async () => {
    busy.value = true;
    const tested = await testPrint(printer);
    busy.value = false;
    if (tested) notify(t("tested", { name: printerName(printer), what: tx(tested.sentence) }), ["held", "misconfigured"].includes(tested.outcome) ? "bad" : "good");
  };
  return <Button icon="printer" disabled={busy.value} onClick={() => void print()}>{t(busy.value ? "testing" : "test")}</Button>;
}

export const printers: SetupSection = { id: "printers", tools: Add, part: PrintersPart, keys: ["printers"], steps: ["printer"] };
