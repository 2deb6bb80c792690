// How a printer is reached: its connection and its address.
import { useEffect } from "preact/hooks";
import type { PrinterConfig } from "@web/wire.ts";
import { devices, readDevices } from "./devices_state.ts";
import { Choice, Field, Fields, TextInput } from "@web/form/form.tsx";
import { addressProblem } from "./printer_trial.ts";
import { t } from "./printers_texts.ts";
import { dots, kindHint, kinds } from "./printers_words.ts";

/** The paired print agents; a printer names one by its place or, without one, its id. */
const agents = () =>
  (devices.value ?? [])
    .filter((one) => one.role === "print_agent" && !one.revoked_at)
    .map((one) => ({ value: one.place || one.device_id, label: one.name }));

interface Props {
  printer: PrinterConfig;
  onChange: (printer: PrinterConfig) => void;
  /** The printer's place in the set-up; none in the wizard. */
  where?: string;
}

export function PrinterAddress({ printer, onChange, where }: Props) {
  useEffect(() => void (printer.kind === "agent" && readDevices()), [printer.kind]);
  const wrong = printer.address ? addressProblem(printer.kind, printer.address) : "";
  const problem = wrong ? { zh: t(`wrong_${wrong}`, {}, "zh"), en: t(`wrong_${wrong}`, {}, "en") } : null;
  const at = (field: string) => (where ? { where: `${where}.${field}` } : {});
  return (
    <Fields>
      <Field label={t("kind")} {...at("kind")}>
        <Choice value={printer.kind} options={kinds()} onChange={(kind) => onChange({ ...printer, kind })} />
      </Field>
      {printer.kind === "agent" && (
        <Field label={t("kind_agent")} hint={t("hint_agent", { id: printer.id })} {...at("address")}>
          <Choice value={printer.address} options={agents()} none={t("no_agent")} onChange={(address) => onChange({ ...printer, address })} />
        </Field>
      )}
      {printer.kind !== "virtual" && printer.kind !== "agent" && (
        <Field label={t("address")} hint={kindHint(printer.kind)} problem={problem} {...at("address")}>
          <TextInput value={printer.address} onChange={(address) => onChange({ ...printer, address })} />
        </Field>
      )}
      <Field label={t("dots")} {...at("dots")}>
        <Choice value={String(printer.dots)} options={dots(printer.dots)} onChange={(width) => onChange({ ...printer, dots: Number(width) })} />
      </Field>
    </Fields>
  );
}
