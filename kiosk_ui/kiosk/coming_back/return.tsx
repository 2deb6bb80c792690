// "I have a notice": scan it, or type its code on large keys; what the hall says to it in words (B09).
import { useEffect, useState } from "preact/hooks";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Icon } from "@web/drawing/parts.tsx";
import { codeOf, grouped, LENGTH, LETTERS } from "@web/hall/code.ts";
import type { KioskView, Text } from "@web/wire.ts";
import { alone } from "../alone/alone.ts";
import { go, reset, settled, step, takeReturn } from "../flow.ts";
import { byMachine, heard, NO_SCAN, scanned } from "./scanner.ts";
import { t } from "../texts.ts";
import { back, spoken, tells } from "../control_words.ts";

/** Small, and nowhere in the way of a number: two taps stay two taps. Without a server no notice can be known. */
export const HaveNotice = () =>
  alone.value ? null : (
    <Button {...spoken("haveNotice")} class="have-notice" icon="check" disabled={!settled.value} onClick={() => go({ at: "return" })}>{t("haveNotice")}</Button>
  );

const SCANS_AT = ["home", "choose", "return", "before"];

/** Held under the scanner anywhere before a number is on its way. */
export function useScanner(live: Live<KioskView>): void {
  useEffect(() => {
    let scan = NO_SCAN;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const at = event.timeStamp;
      const code = event.key === "Enter" ? scanned(scan, at) : "";
      const isBurst = ["Enter", "Tab"].includes(event.key) && byMachine(scan, at);
      scan = event.key === "Enter" ? NO_SCAN : heard(scan, event.key, at);
      if (isBurst) event.preventDefault(); // a scanner ends what it types with a key, and means no button by it
      if (!code || !SCANS_AT.includes(step.peek().at) || live.view.peek()?.hours.state !== "open") return;
      void takeReturn(live, code);
    };
    addEventListener("keydown", pressed, true);
    return () => removeEventListener("keydown", pressed, true);
  }, [live]);
}

export function Return({ live, problem, code }: { live: Live<KioskView>; problem?: Text; code?: string }) {
  const [typed, type] = useState(code ?? "");
  const full = typed.length === LENGTH;
  const press = (letter: string) => type((before) => (before.length < LENGTH ? before + letter : before));
  const send = () => void takeReturn(live, typed);
  useEffect(() => {
    // Who sits at a keyboard types it as on any other; a scanner is quicker and is heard elsewhere.
    const pressed = (event: KeyboardEvent) => {
      const letter = codeOf(event.key.length === 1 ? event.key : "");
      if (event.key === "Backspace") type((before) => before.slice(0, -1));
      else if (letter && LETTERS.includes(letter)) press(letter);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
  return (
    <section class="ask return">
      <div class="title">
        <h1>{t("returnTitle")}</h1>
        {!problem && <p>{t("returnHelp")}</p>}
      </div>
      {problem && <p class="problem" role="alert"><Icon name="alert" /> {tx(problem)}</p>}
      <output class="typed" aria-live="polite" aria-label={t("returnCode")}>{grouped(typed) || "····"}</output>
      <div class="letters" data-rows>
        {[...LETTERS].map((letter) => (
          <button key={letter} type="button" data-tell={tells("figure", letter)} disabled={full || !settled.value} onClick={() => press(letter)}>{letter}</button>
        ))}
      </div>
      <div class="foot">
        <Button {...back()} icon="back" onClick={reset}>{t("back")}</Button>
        <Button {...spoken("returnErase")} disabled={!typed} onClick={() => type(typed.slice(0, -1))}>{t("returnErase")}</Button>
        <Button {...spoken("takeNow")} kind="primary" icon="check" disabled={!full || !settled.value} onClick={send}>{t("takeNow")}</Button>
      </div>
    </section>
  );
}
