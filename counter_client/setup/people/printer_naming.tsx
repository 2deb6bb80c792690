// A printer's name, the kiosk it prints for, and who prints when it cannot.
import { useEffect } from "preact/hooks";
import type { PrinterConfig } from "@web/wire.ts";
import { act, devices, readDevices } from "./devices_state.ts";
import { Choice, Field, Fields, TwoTexts } from "@web/form/form.tsx";
import { mayFallBackTo } from "./printer_trial.ts";
import { t } from "./printers_texts.ts";
import { printerName } from "./printers_words.ts";
import { post } from "../draft/http.ts";
import { draft } from "../draft/store.ts";

export function PrinterNaming({ printer, onChange }: { printer: PrinterConfig; onChange: (printer: PrinterConfig) => void }) {
  useEffect(() => void readDevices(), []);
  return (
    <>
      <Field label={t("name")} wide>
        <TwoTexts value={printer.name} onChange={(name) => onChange({ ...printer, name })} />
      </Field>
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

export function Fallback({ printer, onChange, where }: { printer: PrinterConfig; onChange: (printer: PrinterConfig) => void; where?: string }) {
  const others = mayFallBackTo(printer, draft.value?.printers ?? []);
  const options = others.map((one) => ({ value: one.id, label: printerName(one) }));
  return (
    <Field label={t("fallback")} {...(where && { where: `${where}.fallback` })}>
      <Choice value={printer.fallback} options={options} none={t("no_fallback")} onChange={(fallback) => onChange({ ...printer, fallback })} />
    </Field>
  );
}
