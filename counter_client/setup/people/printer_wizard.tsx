// Sets a printer up with the manager: find it, print one, look at the slip, give it a name.
import { Ask, Choice, Field, Fields } from "@web/form/form.tsx";
import { texts, tx } from "@web/language/i18n.ts";
import { Button, Dialog, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import type { FoundPrinter, PrinterConfig, SlipSeen, TrialStep, Tested } from "@web/wire.ts";
import { useEffect, useState } from "preact/hooks";
import { fieldAt, optionsOf } from "../draft/asked.ts";
import { change, changed, draft, save, seen } from "../draft/store.ts";
import { dotsText, isAddressed, kindText, lookForPrinters, looking, mayFallBackTo, nearby, printerBrief, printerName, slipSeen, taken, testPrint, t } from "./printers.ts";
import { post } from "../draft/http.ts";
import { inUse, machines } from "./devices.ts";

// One test slip after the other, until the manager holds a good one.

interface TrialProps {
  printer: PrinterConfig;
  onChange: (printer: PrinterConfig) => void;
  onGood: (printer: PrinterConfig) => void;
}

function PrinterTrial({ printer, onChange, onGood }: TrialProps) {
  const [tested, hear] = useState<Tested | null>(null);
  const [busy, wait] = useState(false);
  const [step, take] = useState<TrialStep | null>(null);
  const held = tested?.outcome === "held" || tested?.outcome === "misconfigured";
  const print = async () => {
    wait(true);
    take(null);
    hear(await testPrint(printer));
    wait(false);
  };
  const answered = async (answer: SlipSeen["answer"]) => {
    const next = await slipSeen(printer, answer, tested!);
    if (!next) return;
    take(next);
    hear(null);
    if (next.next !== "done") return onChange(next.printer);
    if (next.printer.kind === "tcp") seen.value = new Set([...seen.peek(), next.printer.address.trim()]);
    onGood(next.printer);
  };
  const advice = tx(tested?.advice ?? step?.advice ?? NOTHING);
  return (
    <div class="printer-trial">
      <p>{printerBrief(printer)}</p>
      {!tested && !advice && <p class="faint">{t("paper_first")}</p>}
      <div role="status">
        {busy && <p class="wizard-looking">{t("testing")}</p>}
        {advice && <p class="told">{advice}</p>}
        {tested && <p>{tx(tested.sentence)}</p>}
      </div>
      {!busy && (!tested || held) && <Button kind="primary" big icon="printer" onClick={() => void print()}>{t("print")}</Button>}
      {tested && !held && <Answers onAnswer={(answer) => void answered(answer)} />}
      {(step?.next === "by_hand" || held) && <PrinterAddress printer={printer} onChange={onChange} />}
    </div>
  );
}

const NOTHING = { zh: "", en: "" };

const Answers = ({ onAnswer }: { onAnswer: (answer: SlipSeen["answer"]) => void }) => (
  <fieldset class="trial-answers">
    <legend>{t("out")}</legend>
    {optionsOf("slips_seen").map(({ value, label }) => <Button key={value} kind={value === "good" ? "primary" : "secondary"} onClick={() => onAnswer(value as SlipSeen["answer"])}>{texts(label)}</Button>)}
  </fieldset>
);

const STEPS = ["step_find", "step_try", "step_name"] as const;

/** `printer` is new, or one of the draft that is set up again. */
export function PrinterWizard({ printer: given, isNew, onClose }: { printer: PrinterConfig; isNew: boolean; onClose: () => void }) {
  const [printer, keep] = useState(given);
  const [step, go] = useState(isNew ? 0 : 1);
  const finish = async () => {
    const alone = !changed.peek();
    change((config) => ({ ...config, printers: isNew ? [...config.printers, printer] : config.printers.map((one) => (one.id === printer.id ? printer : one)) }));
    onClose();
    const name = printerName(printer);
    if (!alone) return notify(t("finished", { name })); // what else is changed is the manager's to save
    await save(null, "").then(() => notify(t("saved", { name }), "good"), notifyRefusal);
  };
  return (
    <Dialog title={isNew ? tx(fieldAt("printers")!.add) : t("again")} onClose={onClose} wide>
      <ol class="wizard-steps">
        {STEPS.map((name, at) => <li key={name} class={at < step ? "done" : ""} aria-current={at === step ? "step" : undefined}>{t(name)}</li>)}
      </ol>
      {step === 0 && <Find printer={printer} onChange={keep} onGood={(one) => { keep(one); go(1); }} />}
      {step === 1 && <PrinterTrial printer={printer} onChange={keep} onGood={(one) => { keep(one); go(2); }} />}
      {step === 2 && <><Ask where="printers[-1].name" value={printer.name} onChange={(name) => keep({ ...printer, name })} /><PrinterUse printer={printer} onChange={keep} /></>}
      <p class="buttons wizard-buttons">
        <Button onClick={onClose}>{t("cancel")}</Button>
        {step > 0 && <Button onClick={() => go(step - 1)}>{t("back")}</Button>}
        {step === 0 && <Button kind="primary" disabled={!isAddressed(printer)} onClick={() => go(1)}>{t("next")}</Button>}
        {step === 2 && <Button kind="primary" disabled={!printer.name.zh.trim()} onClick={() => void finish()}>{t(changed.value ? "finish" : "finish_save")}</Button>}
      </p>
    </Dialog>
  );
}

function Find({ printer, onChange, onGood }: TrialProps) {
  useEffect(() => void lookForPrinters(), []);
  return (
    <>
      <div role="status">
        {looking.value && <p class="wizard-looking">{t("looking")}</p>}
        {!looking.value && nearby.value && !nearby.value.length && <p>{t("found_none")}</p>}
      </div>
      {!looking.value && (nearby.value?.length ?? 0) > 0 && (
        <ul class="live-list printers-found">{nearby.value!.map((one) => <Nearby key={`${one.kind} ${one.address}`} one={one} onUse={() => onGood(taken(printer, one))} />)}</ul>
      )}
      <Button kind="quiet" icon="search" disabled={looking.value} onClick={() => void lookForPrinters()}>{t("look_again")}</Button>
      <h3>{t("by_address")}</h3>
      <PrinterAddress printer={printer} onChange={onChange} />
    </>
  );
}

const Nearby = ({ one, onUse }: { one: FoundPrinter; onUse: () => void }) => (
  <li>
    <span>
      <b>{one.model || kindText(one.kind)}</b> <span class="faint">{kindText(one.kind)} {one.address}</span>
      <small class={one.answers ? "mark good" : "mark near"}>{t(one.answers ? "answers" : "silent")}{one.dots && ` · ${dotsText(one.dots)}`}</small>
    </span>
    <Button kind="primary" aria-label={`${t("use")} ${one.model || one.address}`} onClick={onUse}>{t("use")}</Button>
  </li>
);

// How a printer is reached, the kiosk it prints for, and who prints when it cannot.

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
  const wrong = address && !isAddressed(printer);
  const ask = <K extends "kind" | "address" | "dots">(id: K, more: object = {}) => <Ask where={`${where}.${id}`} value={printer[id]} onChange={(value) => onChange({ ...printer, [id]: value })} {...more} />;
  // A printer names its print agent by the agent's place or, without one, its id.
  const agents = kind === "agent" && inUse("print_agent").map((one) => ({ value: one.place || one.device_id, label: one.name }));
  const children = agents && <Choice value={address} options={agents} none={t("no_agent")} onChange={(chosen) => onChange({ ...printer, address: chosen })} />;
  return (
    <Fields>
      {ask("kind")}
      {kind !== "virtual" && ask("address", { children, ...(wrong && { problem: t("wrong") }) })}
      {ask("dots")}
    </Fields>
  );
}
