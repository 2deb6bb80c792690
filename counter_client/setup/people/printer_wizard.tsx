// Sets a printer up with the manager: find it, print one, look at the slip, give it a name.
import { useEffect, useState } from "preact/hooks";
import { Button, Dialog, notify } from "@web/parts.tsx";
import type { PrinterConfig } from "@web/wire.ts";
import { PrinterAddress } from "./printer_address.tsx";
import { PrinterNaming } from "./printer_naming.tsx";
import { addressProblem, taken, type FoundPrinter } from "./printer_trial.ts";
import { PrinterTrial } from "./printer_try.tsx";
import { found, looking, lookForPrinters } from "./printers_state.ts";
import { t } from "./printers_texts.ts";
import { dotsText, kindText, printerName } from "./printers_words.ts";
import { change } from "../draft/store.ts";

const STEPS = ["step_find", "step_try", "step_name"] as const;

/** `printer` is new, or one of the draft that is set up again. */
export function PrinterWizard({ printer: given, isNew, onClose }: { printer: PrinterConfig; isNew: boolean; onClose: () => void }) {
  const [printer, keep] = useState(given);
  const [step, go] = useState(isNew ? 0 : 1);
  const finish = () => {
    change((config) => {
      const others = config.printers.filter((one) => one.id !== printer.id);
      const at = config.printers.findIndex((one) => one.id === printer.id);
      const printers = at < 0 ? [...others, printer] : config.printers.map((one) => (one.id === printer.id ? printer : one));
      return { ...config, printers };
    });
    notify(t("finished", { name: printerName(printer) }), "good");
    onClose();
  };
  return (
    <Dialog title={t(isNew ? "add" : "again")} onClose={onClose} wide>
      <ol class="wizard-steps">
        {STEPS.map((name, at) => <li key={name} class={at < step ? "done" : ""} aria-current={at === step ? "step" : undefined}>{t(name)}</li>)}
      </ol>
      {step === 0 && <Find printer={printer} onChange={keep} onUse={(one) => { keep(one); go(1); }} />}
      {step === 1 && <PrinterTrial printer={printer} onChange={keep} onGood={(one) => { keep(one); go(2); }} />}
      {step === 2 && <PrinterNaming printer={printer} onChange={keep} />}
      <p class="buttons wizard-buttons">
        <Button onClick={onClose}>{t("cancel")}</Button>
        {step > 0 && <Button onClick={() => go(step - 1)}>{t("back")}</Button>}
        {step === 0 && <Button kind="primary" disabled={!!addressProblem(printer.kind, printer.address)} onClick={() => go(1)}>{t("next")}</Button>}
        {step === 2 && <Button kind="primary" disabled={!printer.name.zh.trim()} onClick={finish}>{t("finish")}</Button>}
      </p>
    </Dialog>
  );
}

interface FindProps {
  printer: PrinterConfig;
  onChange: (printer: PrinterConfig) => void;
  onUse: (printer: PrinterConfig) => void;
}

function Find({ printer, onChange, onUse }: FindProps) {
  useEffect(() => void lookForPrinters(), []);
  return (
    <>
      <div role="status">
        {looking.value && <p class="wizard-looking">{t("looking")}</p>}
        {!looking.value && found.value && !found.value.length && <p>{t("found_none")}</p>}
      </div>
      {!looking.value && (found.value?.length ?? 0) > 0 && (
        <ul class="printers-found">{found.value!.map((one) => <Found key={`${one.kind} ${one.address}`} one={one} onUse={() => onUse(taken(printer, one))} />)}</ul>
      )}
      <Button kind="quiet" icon="search" disabled={looking.value} onClick={() => void lookForPrinters()}>{t("look_again")}</Button>
      <h3>{t("by_address")}</h3>
      <PrinterAddress printer={printer} onChange={onChange} />
    </>
  );
}

const Found = ({ one, onUse }: { one: FoundPrinter; onUse: () => void }) => (
  <li>
    <span>
      <b>{one.model || kindText(one.kind)}</b> <span class="faint">{kindText(one.kind)} {one.address}</span>
      <small class={one.answers ? "mark good" : "mark near"}>{t(one.answers ? "answers" : "silent")}{one.dots && ` · ${dotsText(one.dots)}`}</small>
    </span>
    <Button kind="primary" aria-label={`${t("use")} ${one.model || one.address}`} onClick={onUse}>{t("use")}</Button>
  </li>
);
