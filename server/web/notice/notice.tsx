// One-time notice (B09): tick what is missing, once and all of it; accept with enough (B10); a pass where we failed.
import { useEffect, useRef, useState } from "preact/hooks";
import { businessOf } from "../catalogue/catalogue.ts";
import { papersOf, useWhose, Whose } from "../catalogue/whose.tsx";
import { Button, Dialog } from "../drawing/parts.tsx";
import { tx } from "../language/i18n.ts";
import type { Command, PrinterChoice, Text } from "../wire.ts";
import { PrinterAtHand } from "./printer.tsx";
import { goesOn, keepPrinter, noticeOf, passOf, printerAtHand, REASONS, says, toggled } from "./lacking.ts";
import { t } from "./texts.ts";
import "./notice.css";

const KEYS = "1234567890";

interface Props {
  ticket: string;
  number: string;
  service: string;
  /** At a counter a case can be accepted with enough papers. */
  served: boolean;
  printers: readonly PrinterChoice[];
  /** What their segment brings instead of everybody's papers (Q38). */
  papers?: readonly Text[];
  /** Without an answer for so many ms it goes by itself: the wish stands in the list of what is not sent. */
  walksOn?: number | undefined;
  /** Takes back what was asked and not sent. */
  takeBack?: () => void;
  /** Null where it was not done; whoever is asked has said why. */
  ask: (command: Command) => Promise<unknown>;
  onClose: () => void;
}

export function NoticeSheet({ ticket, number, service, served, printers, papers: segment_s = [], walksOn, takeBack, ask, onClose }: Props) {
  const business = businessOf(service);
  const [agent, forAgent] = useWhose(ticket);
  const [missing, miss] = useState<readonly number[]>([]);
  const [also, write] = useState("");
  const [printer, choose] = useState(printerAtHand(printers));
  const [sending, send] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);
  const papers = papersOf(business, agent, segment_s);
  const usual = papersOf(business, false, segment_s).length;
  const lacking = { missing: missing.filter((n) => n < papers.length), agent, also };
  const tick = (n: number) => n < papers.length && miss(toggled(missing, n));
  const give = async (command: Command) => {
    if (sending) return;
    send(true);
    keepPrinter(printer);
    if (walksOn !== undefined) leaving.current = setTimeout(onClose, walksOn);
    if (await ask(command)) onClose();
    else send(false);
    clearTimeout(leaving.current);
  };
  const cancel = () => {
    onClose();
    if (sending) takeBack?.();
  };
  const leave = (): void => void (says(lacking) && give(noticeOf(ticket, lacking, true, printer)));
  const submit = (event: Event) => {
    event.preventDefault();
    leave();
  };
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation(); // the keys behind the dialog sleep
    const field = event.target as HTMLElement;
    if (event.key === "Enter" && !event.repeat && !event.isComposing && !field.closest(".foot, details")) {
      event.preventDefault(); // wherever the focus is: it means the notice, not the switch that was touched last
      return leave();
    }
    if (event.repeat || field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === "text")) return;
    const n = KEYS.indexOf(event.key);
    if (n < 0 || event.key.length !== 1) return;
    event.preventDefault();
    tick(n);
  };
  return (
    <Dialog title={t("title", { number })} onClose={cancel} wide>
      <form class="notice-sheet" onKeyDown={pressed} onSubmit={submit}>
        <p class="lead"><b>{business ? tx(business.name) : ""}</b></p>
        <Whose agent={agent} choose={forAgent} />
        <fieldset>
          <legend>{t("missing")}</legend>
          {papers.length === 0 && <p class="faint">{t("none_listed")}</p>}
          {papers.map((paper, n) => (
            <label key={paper.zh} class={missing.includes(n) ? "paper missing" : "paper"}>
              <input type="checkbox" autofocus={n === 0} checked={missing.includes(n)} onChange={() => tick(n)} />
              {KEYS[n] && <kbd aria-hidden="true">{KEYS[n]}</kbd>}
              <span>{tx(paper)}{n >= usual && <small> {t("agent")}</small>}</span>
            </label>
          ))}
          <label class="also">{t("also")}<input type="text" autocomplete="off" maxLength={80} value={also} onInput={(event) => write(event.currentTarget.value)} /></label>
        </fieldset>
        {printers.length > 0 && <PrinterAtHand printers={printers} printer={printer} choose={choose} />}
        <p class="faint keys">{t("keys")}</p>
        <div class="foot">
          <Button onClick={cancel}>{t(sending && takeBack ? "withdraw" : "cancel")}</Button>
          {served && goesOn(business, lacking) && <Button onClick={() => void give(noticeOf(ticket, lacking, false, printer))}>{t("goes_on")}</Button>}
          <Button kind="primary" type="submit" disabled={!says(lacking) || sending} aria-busy={sending}>{t("leaves")}</Button>
        </div>
        <details>
          <summary>{t("pass")}</summary>
          <p class="faint">{t("pass_help")}</p>
          <p class="reasons">{REASONS.map((why) => <Button big key={why} onClick={() => void give(passOf(ticket, why, printer))}>{t(why)}</Button>)}</p>
        </details>
      </form>
    </Dialog>
  );
}
