// What stands in the hall for customers: terminals, which a guide reports and puts back, and printers with their kiosks.
import { useState } from "preact/hooks";
import { mmss, now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import { Badge, Button } from "@web/drawing/parts.tsx";
import type { GuideView, TerminalRow } from "@web/wire.ts";
import type { GuideDesk } from "./desk.ts";
import { serviceOf } from "./ways.ts";
import { FAULTS, faultWords, recordedFault } from "./faults.ts";
import { t } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  view: GuideView;
}

/** Once reported, no screen recommends it (Q19). */
function Terminal({ desk, view, terminal }: Props & { terminal: TerminalRow }) {
  const [asking, ask] = useState(false);
  const { id, works, since, detail } = terminal;
  const name = tx(terminal.name);
  const report = (does: boolean, what: string) => {
    ask(false);
    void desk.ask({ type: "report_terminal", terminal: id, works: does, ...(does ? {} : { detail: what }) }, t(does ? "mended" : "faulty"), id);
  };
  const can = terminal.services.map((one) => tx(serviceOf(view, one).name)).filter(Boolean).join(tx({ zh: "、", en: ", " }));
  return (
    <li class={works ? "" : "down"}>
      <span class="said">
        <b>{name}</b> <Badge tone={works ? "good" : "over"}>{t(works ? "works" : "out_of_order")}</Badge>
        <small>{[tx(terminal.zone), works ? can : faultWords(detail), since && t("since", { time: mmss((now.value - Date.parse(since)) / 1000) })].filter(Boolean).join(" · ")}</small>
      </span>
      {works ? (
        <Button big aria-expanded={asking} aria-label={t("report_one", { name })} onClick={() => ask(!asking)}>{t("report")}</Button>
      ) : (
        <Button big kind="primary" aria-label={t("mended_one", { name })} onClick={() => report(true, "")}>{t("mended")}</Button>
      )}
      {asking && works && (
        <div class="choices" role="group" aria-label={t("report_one", { name })}>
          {FAULTS.map((fault) => <Button key={fault} onClick={() => report(false, recordedFault(fault))}>{t(fault)}</Button>)}
        </div>
      )}
    </li>
  );
}

/** A kiosk stands at its printer, and without one gives numbers that nobody can take home. */
function Printers({ view }: { view: GuideView }) {
  return (
    <ul class="equipment">
      {view.printers.map(({ id, name, down }) => {
        const health = view.devices.find((device) => device.kind === "printer" && device.name.zh === name.zh);
        const tone = down ? "over" : health?.state === "warn" ? "near" : "good";
        return (
          <li key={id} class={down ? "down" : ""}>
            <span class="said">
              <b>{tx(name)}</b> <Badge tone={tone}>{t(down ? "cannot_print" : tone === "near" ? "look_soon" : "prints")}</Badge>
              {health && tx(health.detail) && <small>{tx(health.detail)}</small>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export function Equipment({ desk, view }: Props) {
  return (
    <div class="equipped">
      <section class="panel" aria-label={t("terminals")}>
        <h2>{t("terminals")}</h2>
        {!view.terminals.length && <p class="faint">{t("no_terminals")}</p>}
        <ul class="equipment">
          {view.terminals.map((terminal) => <Terminal key={terminal.id} desk={desk} view={view} terminal={terminal} />)}
        </ul>
      </section>
      <section class="panel" aria-label={t("printers")}>
        <h2>{t("printers")}</h2>
        {!view.printers.length && <p class="faint">{t("no_printers")}</p>}
        <Printers view={view} />
      </section>
    </div>
  );
}
