// A paper found by its code, on whatever day: what it is, and once more out of a printer.
import { useState } from "preact/hooks";
import { Button, notify } from "../drawing/parts.tsx";
import { grouped } from "../hall/code.ts";
import { tx } from "../language/i18n.ts";
import type { Command, PaperFound, PrinterChoice } from "../wire.ts";
import { t } from "./texts.ts";

const KIND = { missing: "paper_missing", pass: "paper_pass", appointment: "paper_appointment" } as const;

export function PaperShown({ paper, printers, ask }: { paper: PaperFound; printers: readonly PrinterChoice[]; ask: (command: Command) => Promise<unknown> }) {
  const [busy, set] = useState(false);
  const print = async ({ id }: PrinterChoice) => {
    set(true);
    if (await ask({ type: "print_paper", code: paper.code, printer: id })) notify(t("paper_done", { called: paper.called }), "good");
    set(false);
  };
  return (
    <article class="standing paper">
      <h3><b class="number">{paper.called}</b> <span class="state">{t(KIND[paper.kind as "pass"])}</span></h3>
      <p>{tx(paper.service)} · {grouped(paper.code)}</p>
      {paper.why_not && <p class="why-not">{tx(paper.why_not)}</p>}
      {!paper.why_not && !printers.length && <p class="why-not">{t("paper_nowhere")}</p>}
      {!paper.why_not && (
        <p class="deeds">
          {printers.map((one) => <Button big key={one.id} icon="printer" disabled={busy} onClick={() => void print(one)}>{t("paper_at", { printer: tx(one.name) })}{one.down ? ` · ${t("printer_down")}` : ""}</Button>)}
        </p>
      )}
    </article>
  );
}
