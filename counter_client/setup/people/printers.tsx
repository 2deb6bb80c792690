// The section about slip printers: how each stands, a test slip, what it has been told, the wizard for a new one.
import { useEffect, useState } from "preact/hooks";
import { Badge, Button, notify } from "@web/parts.tsx";
import type { PrinterConfig } from "@web/wire.ts";
import { readDevices } from "./devices_state.ts";
import { Choice, Field, Fields, NumberInput, Rows, Section, Switch, TwoTexts } from "@web/form/form.tsx";
import { newId } from "@web/form/lists.ts";
import { PrinterAddress } from "./printer_address.tsx";
import { Fallback, KioskOf } from "./printer_naming.tsx";
import { newPrinter } from "./printer_trial.ts";
import { PrinterWizard } from "./printer_wizard.tsx";
import "./printers.css";
import { detailText, states, testPrint, watchPrinters } from "./printers_state.ts";
import { t, title } from "./printers_texts.ts";
import { acks, cuts, modes, printerBrief, printerName, rasters } from "./printers_words.ts";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft, setup } from "../draft/store.ts";

interface AtWork {
  printer: PrinterConfig;
  isNew: boolean;
}

function PrintersPart() {
  const [wizard, open] = useState<AtWork | null>(null);
  const list = draft.value!.printers;
  useEffect(watchPrinters, []);
  useEffect(() => void readDevices(), []);
  const name = { zh: t("default_name", {}, "zh"), en: t("default_name", {}, "en") };
  const add = () => open({ printer: { ...newPrinter(newId("printer", list.map((one) => one.id))), name }, isNew: true });
  return (
    <Section title={t("title")} lead={t("lead")} tools={<Button kind="primary" icon="printer" onClick={add}>{t("add")}</Button>}>
      <Rows items={list} onChange={put("printers")} title={printerName} brief={(printer) => <Brief printer={printer} />} where="printers" empty={t("none")}>
        {(printer, set, at) => <Edit printer={printer} set={set} where={`printers[${at}]`} onAgain={() => open({ printer, isNew: false })} />}
      </Rows>
      {wizard && <PrinterWizard {...wizard} onClose={() => open(null)} />}
    </Section>
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
      <Field label={t("name")} where={`${where}.name`} wide>
        <TwoTexts value={printer.name} onChange={(name) => set({ ...printer, name })} />
      </Field>
      <PrinterAddress printer={printer} onChange={set} where={where} />
      <Fields>
        <KioskOf printer={printer} />
        <Fallback printer={printer} onChange={set} where={where} />
        <Field label={t("large")}><Switch value={printer.large} onChange={(large) => set({ ...printer, large })} /></Field>
      </Fields>
      <details class="printer-more">
        <summary>{t("more")}</summary>
        <Told printer={printer} set={set} where={where} />
      </details>
    </>
  );
}

/** What the wizard finds out by looking at slips; an engineer may say it outright. */
const Told = ({ printer, set, where }: Omit<EditProps, "onAgain">) => (
  <Fields>
    <Field label={t("mode")} where={`${where}.mode`}>
      <Choice value={printer.mode} options={modes()} onChange={(mode) => set({ ...printer, mode: mode as PrinterConfig["mode"] })} />
    </Field>
    <Field label={t("raster")} where={`${where}.raster`}>
      <Choice value={printer.raster} options={rasters()} onChange={(raster) => set({ ...printer, raster: raster as PrinterConfig["raster"] })} />
    </Field>
    <Field label={t("ack")} where={`${where}.ack`}>
      <Choice value={printer.ack} options={acks()} onChange={(ack) => set({ ...printer, ack: ack as PrinterConfig["ack"] })} />
    </Field>
    <Field label={t("cut")} where={`${where}.cut`}>
      <Choice value={printer.cut} options={cuts()} onChange={(cut) => set({ ...printer, cut: cut as PrinterConfig["cut"] })} />
    </Field>
    <Field label={t("feed")} hint={t("feed_hint")} where={`${where}.feed`}>
      <NumberInput value={printer.feed} min={-1} max={40} onChange={(feed) => set({ ...printer, feed })} />
    </Field>
    <Field label={t("density")} hint={t("density_hint")} where={`${where}.density`}>
      <NumberInput value={printer.density} min={-8} max={8} onChange={(density) => set({ ...printer, density })} />
    </Field>
  </Fields>
);

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

export const printers: SetupSection = { id: "printers", title, part: PrintersPart, keys: ["printers"], steps: ["printer"] };
