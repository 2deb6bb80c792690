// What a customer without paper takes home as a photograph: the code, large, what is missing, until when (B09).
import { useState } from "preact/hooks";
import { addressOf } from "../dialogue/addresses.ts";
import { Button, Dialog } from "../drawing/parts.tsx";
import { grouped } from "../hall/code.ts";
import { tx } from "../language/i18n.ts";
import { dayWords } from "../time/hours.ts";
import type { Given, NoticeView, PrinterChoice } from "../wire.ts";
import { keepPrinter, printerAtHand } from "./lacking.ts";
import { t } from "./texts.ts";
import "./notice.css";

export const TakeHome = ({ notice }: { notice: NoticeView }) => (
  <figure class="take-home">
    <img src={addressOf("/api/notice/{code}/code.svg", { path: { code: notice.code } })} alt={t("home_qr")} width="280" height="280" />
    <figcaption>
      <p class="code">{grouped(notice.code)}</p>
      <p><b>{tx(notice.service)}</b> · {t("home_until", { day: tx(dayWords(notice.last_day)) })}</p>
      {notice.missing.length > 0 && <ol>{notice.missing.map(({ name, agent }) => <li key={name.zh}>{tx(name)}{agent && <small> {t("agent")}</small>}</li>)}</ol>}
      {tx(notice.reason) && <p>{t("home_reason", { reason: tx(notice.reason) })}</p>}
    </figcaption>
  </figure>
);

interface Props {
  given: Given;
  printers: readonly PrinterChoice[];
  /** Null where it was not done; whoever is asked has said why. */
  print: (printer: string) => Promise<unknown>;
  onClose: () => void;
}

/** Nothing was printed: it is held out to the customer, who photographs it; paper can still be had. */
export function TakeHomeSheet({ given, printers, print, onClose }: Props) {
  const [printer, choose] = useState(printerAtHand(printers) || (printers[0]?.id ?? ""));
  const [sending, send] = useState(false);
  if (!given.notice) return null;
  const onPaper = async () => {
    send(true);
    keepPrinter(printer);
    if (await print(printer)) onClose();
    else send(false);
  };
  return (
    <Dialog title={`${t(given.notice.kind === "pass" ? "home_pass" : "home_notice")} · ${given.number}`} onClose={onClose} wide>
      <p class="hold-out">{t("home_hold")}</p>
      <TakeHome notice={given.notice} />
      <div class="foot take-home-foot">
        {printers.length > 0 && (
          <>
            <select aria-label={t("printer")} value={printer} onChange={(event) => choose(event.currentTarget.value)}>
              {printers.map((one) => <option key={one.id} value={one.id}>{tx(one.name)}{one.down ? ` · ${t("down")}` : ""}</option>)}
            </select>
            <Button big icon="printer" disabled={sending} aria-busy={sending} onClick={() => void onPaper()}>{t("home_print")}</Button>
          </>
        )}
        <Button big kind="primary" autofocus onClick={onClose}>{t("home_done")}</Button>
      </div>
    </Dialog>
  );
}
