// How a printer is reached, the kiosk it prints for, and who prints when it cannot.
import { Ask, Choice, Field, Fields } from "@web/form/form.tsx";
import type { PrinterConfig } from "@web/wire.ts";
import { post } from "../draft/http.ts";
import { draft } from "../draft/store.ts";
import { inUse, machines } from "./devices.ts";
import { addressProblem, mayFallBackTo } from "./printer_trial.ts";
import { printerName } from "./printers.ts";
import { t } from "./printers_texts.ts";

interface Props {
  printer: PrinterConfig;
  onChange: (printer: PrinterConfig) => void;
  /** The printer's place in the set-up; that of a new one has no faults. */
  where?: string;
}

const NEW = "printers[-1]";

/** A kiosk stands at its printer: choosing one moves it there at once. */
export function PrinterUse({ printer, onChange, where = NEW }: Props) {
  const kiosks = inUse("kiosk");
  const mine = kiosks.find((one) => one.place === printer.id);
  const others = mayFallBackTo(printer, draft.value?.printers ?? []);
  const move = (id: string) => {
    const [device_id, place] = id ? [id, printer.id] : [mine?.device_id, ""];
    if (device_id) void machines.act(post("/api/devices/{device_id}", { path: { device_id }, body: { place } }));
  };
  return (
    <Fields>
      <Field label={t("kiosk")} hint={t("kiosk_hint")}>
        <Choice value={mine?.device_id ?? ""} options={kiosks.map((one) => ({ value: one.device_id, label: one.name }))} none={t("no_kiosk")} onChange={move} />
      </Field>
      <Ask where={`${where}.fallback`} value={printer.fallback} options={others.map((one) => ({ value: one.id, label: printerName(one) }))} onChange={(fallback) => onChange({ ...printer, fallback })} />
    </Fields>
  );
}

export function PrinterAddress({ printer, onChange, where = NEW }: Props) {
  const { kind, address } = printer;
  const wrong = address ? addressProblem(kind, address) : "";
  const ask = <K extends "kind" | "address" | "dots">(id: K, more: object = {}) => <Ask where={`${where}.${id}`} value={printer[id]} onChange={(value) => onChange({ ...printer, [id]: value })} {...more} />;
  // A printer names its print agent by the agent's place or, without one, its id.
  const agents = kind === "agent" && inUse("print_agent").map((one) => ({ value: one.place || one.device_id, label: one.name }));
  const children = agents && <Choice value={address} options={agents} none={t("no_agent")} onChange={(chosen) => onChange({ ...printer, address: chosen })} />;
  return (
    <Fields>
      {ask("kind")}
      {kind !== "virtual" && ask("address", { children, ...(wrong && { problem: { zh: t(`wrong_${wrong}`, {}, "zh"), en: t(`wrong_${wrong}`, {}, "en") } }) })}
      {ask("dots")}
    </Fields>
  );
}
