// The section about slip printers: how each stands, a test slip, what it has been told, the wizard for a new one.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Badge, Button, notify } from "@web/parts.tsx";
import type { PrinterConfig } from "@web/wire.ts";
import { readDevices } from "./devices.ts";
import { Ask, Asks, blankItem, Fields } from "@web/form/form.tsx";
import { fieldAt, optionsOf } from "../draft/asked.ts";
import { ListedSection } from "../form/listed.tsx";
import { newId } from "@web/form/lists.ts";
import { Fallback, KioskOf, PrinterAddress } from "./printer_fields.tsx";
import { PrinterWizard } from "./printer_wizard.tsx";
import "./printers.css";
import { detailText, printerBrief, printerName, states, testPrint, watchPrinters } from "./printers.ts";
import { t } from "./printers_texts.ts";
import type { SetupSection } from "../frame/section.ts";
import { draft, setup } from "../draft/store.ts";

interface AtWork {
  printer: PrinterConfig;
  isNew: boolean;
}

const wizard = signal<AtWork | null>(null);

function add(): void {
  const name = { zh: t("default_name", {}, "zh"), en: t("default_name", {}, "en") };
  const id = newId("printer", draft.value!.printers.map((one) => one.id));
  wizard.value = { printer: { ...(blankItem(fieldAt("printers")!, optionsOf, id) as PrinterConfig), kind: "tcp", name }, isNew: true };
}

function PrintersPart() {
  useEffect(watchPrinters, []);
  useEffect(() => void readDevices(), []);
  return (
    <>
      <ListedSection id="printers" fresh={undefined} title={printerName} brief={(printer) => <Brief printer={printer} />}
        tools={<Button kind="primary" icon="printer" onClick={add}>{t("add")}</Button>}
        children={(printer, set, at) => <Edit printer={printer} set={set} where={`printers[${at}]`} onAgain={() => (wizard.value = { printer, isNew: false })} />} />
      {wizard.value && <PrinterWizard {...wizard.value} onClose={() => (wizard.value = null)} />}
    </>
  );
}

const TONE = { ok: "good", warn: "near", down: "over", unknown: undefined } as const;

function Brief({ printer }: { printer: PrinterConfig }) {
  const state = states.value.find((one) => one.id === printer.id);
  const kept = setup.value?.config.printers.some((one) => one.id === printer.id);
  return (
    <span class="printer-brief">
      {!kept && <Badge tone="near">{t("unsaved")}</Badge>}
      {state && <Badge tone={TONE[state.state]}>{t(`state_${state.state}`)}</Badge>}
      <span>{printerBrief(printer)}</span>
      {state && state.state !== "ok" && <span class="faint">{detailText(state.detail)}</span>}
    </span>
  );
}

/** What the wizard finds out by looking at slips; an engineer may say it outright. */
const MORE = ["mode", "raster", "ack", "cut", "feed", "density"] as const;

interface EditProps {
  printer: PrinterConfig;
  set: (printer: PrinterConfig) => void;
  where: string;
  onAgain: () => void;
}

function Edit({ printer, set, where, onAgain }: EditProps) {
  return (
    <>
      <p class="buttons">
        <TestSlip printer={printer} />
        <Button onClick={onAgain}>{t("again")}</Button>
      </p>
      <Asks where={where} item={printer} set={set} only={["name"]} />
      <PrinterAddress printer={printer} onChange={set} where={where} />
      <Fields>
        <KioskOf printer={printer} />
        <Fallback printer={printer} onChange={set} where={where} />
        <Ask where={`${where}.large`} value={printer.large} onChange={(large) => set({ ...printer, large })} />
      </Fields>
      <details class="printer-more">
        <summary>{t("more")}</summary>
        <Asks where={where} item={printer} set={set} only={MORE} />
      </details>
    </>
  );
}

function TestSlip({ printer }: { printer: PrinterConfig }) {
  const [busy, wait] = useState(false);
  const print = async () => {
    wait(true);
    const tested = await testPrint(printer);
    wait(false);
    if (tested) notify(t(`tested_${tested.outcome}`, { name: printerName(printer), detail: detailText(tested.detail) }), ["held", "misconfigured"].includes(tested.outcome) ? "bad" : "good");
  };
  return <Button icon="printer" disabled={busy} onClick={() => void print()}>{t(busy ? "testing" : "test")}</Button>;
}

export const printers: SetupSection = { id: "printers", part: PrintersPart, keys: ["printers"], steps: ["printer"] };
