// How a printer is reached: its connection and its address.
import { Ask, Choice, Field, Fields } from "@web/form/form.tsx";
import type { PrinterConfig } from "@web/wire.ts";
import { useEffect } from "preact/hooks";
import { post } from "../draft/http.ts";
import { draft } from "../draft/store.ts";
import { act, devices, readDevices } from "./devices.ts";
import { addressProblem, mayFallBackTo } from "./printer_trial.ts";
import { kindHint, printerName } from "./printers.ts";
import { t } from "./printers_texts.ts";

// A printer's name, the kiosk it prints for, and who prints when it cannot.

export function PrinterNaming({ printer, onChange }: { printer: PrinterConfig; onChange: (printer: PrinterConfig) => void }) {
  useEffect(() => void readDevices(), []);
  return (
    <>
      <Ask where="printers[-1].name" value={printer.name} onChange={(name) => onChange({ ...printer, name })} />
      <Fields>
        <KioskOf printer={printer} />
        <Fallback printer={printer} onChange={onChange} />
      </Fields>
    </>
  );
}

/** A kiosk stands at its printer: choosing one moves it there at once. */
export function KioskOf({ printer }: { printer: PrinterConfig }) {
  const kiosks = (devices.value ?? []).filter((one) => one.role === "kiosk" && !one.revoked_at);
  const mine = kiosks.find((one) => one.place === printer.id);
  const move = (id: string) => {
    const chosen = kiosks.find((one) => one.device_id === id);
    const [device_id, place] = chosen ? [id, printer.id] : [mine?.device_id, ""];
    if (device_id) void act(post("/api/devices/{device_id}", { path: { device_id }, body: { place } }));
  };
  return (
    <Field label={t("kiosk")} hint={t("kiosk_hint")}>
      <Choice value={mine?.device_id ?? ""} options={kiosks.map((one) => ({ value: one.device_id, label: one.name }))} none={t("no_kiosk")} onChange={move} />
    </Field>
  );
}

export function Fallback({ printer, onChange, where = "printers[-1]" }: { printer: PrinterConfig; onChange: (printer: PrinterConfig) => void; where?: string }) {
  const others = mayFallBackTo(printer, draft.value?.printers ?? []);
  return <Ask where={`${where}.fallback`} value={printer.fallback} options={others.map((one) => ({ value: one.id, label: printerName(one) }))} onChange={(fallback) => onChange({ ...printer, fallback })} />;
}

/** The paired print agents; a printer names one by its place or, without one, its id. */
const agents = () =>
  (devices.value ?? [])
    .filter((one) => one.role === "print_agent" && !one.revoked_at)
    .map((one) => ({ value: one.place || one.device_id, label: one.name }));

/** Of a printer that is no part of the draft yet: known like any, with no fault of its own. */
const NEW = "printers[-1]";

interface Props {
  printer: PrinterConfig;
  onChange: (printer: PrinterConfig) => void;
  /** The printer's place in the set-up; none in the wizard. */
  where?: string;
}

export function PrinterAddress({ printer, onChange, where = NEW }: Props) {
  useEffect(() => void (printer.kind === "agent" && readDevices()), [printer.kind]);
  const wrong = printer.address ? addressProblem(printer.kind, printer.address) : "";
  const set = (part: Partial<PrinterConfig>) => onChange({ ...printer, ...part });
  return (
    <Fields>
      <Ask where={`${where}.kind`} value={printer.kind} onChange={(kind) => set({ kind })} />
      {printer.kind !== "virtual" && (
        <Ask where={`${where}.address`} value={printer.address} hint={kindHint(printer)} onChange={(address) => set({ address })}
          {...(wrong && { problem: { zh: t(`wrong_${wrong}`, {}, "zh"), en: t(`wrong_${wrong}`, {}, "en") } })}>
          {printer.kind === "agent" && <Choice value={printer.address} options={agents()} none={t("no_agent")} onChange={(address) => set({ address })} />}
        </Ask>
      )}
      <Ask where={`${where}.dots`} value={printer.dots} onChange={(dots) => set({ dots })} />
    </Fields>
  );
}
