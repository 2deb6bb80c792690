// One test slip after the other, until the manager holds a good one.
import { useState } from "preact/hooks";
import { Button } from "@web/parts.tsx";
import type { PrinterConfig } from "@web/wire.ts";
import { PrinterAddress } from "./printer_address.tsx";
import { after, ANSWERS, type Answer, type Step } from "./printer_trial.ts";
import { detailText, testPrint, type Tested } from "./printers_state.ts";
import { t } from "./printers_texts.ts";
import { printerBrief } from "./printers_words.ts";
import { seen } from "../draft/store.ts";

interface Props {
  printer: PrinterConfig;
  onChange: (printer: PrinterConfig) => void;
  onGood: (printer: PrinterConfig) => void;
}

const stopped = (tested: Tested): boolean => tested.outcome === "held" || tested.outcome === "misconfigured";

export function PrinterTrial({ printer, onChange, onGood }: Props) {
  const [tested, hear] = useState<Tested | null>(null);
  const [busy, wait] = useState(false);
  const [told, tell] = useState<Step["told"]>("");
  const print = async () => {
    wait(true);
    tell("");
    hear(await testPrint(printer));
    wait(false);
  };
  const answered = (answer: Answer) => {
    const step = after(printer, answer, tested?.outcome ?? "unknown");
    tell(step.told);
    hear(null);
    if (step.next === "done") {
      if (step.printer.kind === "tcp") seen.value = new Set([...seen.peek(), step.printer.address.trim()]);
      onGood(step.printer);
    } else onChange(step.printer);
  };
  return (
    <div class="printer-trial">
      <p>{printerBrief(printer)}</p>
      {!tested && told === "" && <p class="faint">{t("paper_first")}</p>}
      <div role="status">
        {busy && <p class="wizard-looking">{t("testing")}</p>}
        {told && <p class="told">{t(`told_${told}`)}</p>}
        {tested && <p>{t(`said_${tested.outcome}`, { detail: detailText(tested.detail) })}</p>}
      </div>
      {!busy && !tested && <Button kind="primary" big icon="printer" onClick={() => void print()}>{t("print")}</Button>}
      {tested && <Answers held={stopped(tested)} onAnswer={answered} onAgain={() => void print()} />}
      {(told === "check" || told === "ruler" || (tested && stopped(tested))) && <PrinterAddress printer={printer} onChange={onChange} />}
    </div>
  );
}

function Answers({ held, onAnswer, onAgain }: { held: boolean; onAnswer: (answer: Answer) => void; onAgain: () => void }) {
  if (held) {
    return (
      <>
        <p class="told">{t("told_check")}</p>
        <Button kind="primary" icon="printer" onClick={onAgain}>{t("print")}</Button>
      </>
    );
  }
  return (
    <fieldset class="trial-answers">
      <legend>{t("out")}</legend>
      {ANSWERS.map((answer) => (
        <Button key={answer} kind={answer === "good" ? "primary" : "secondary"} onClick={() => onAnswer(answer)}>{t(`a_${answer}`)}</Button>
      ))}
    </fieldset>
  );
}
