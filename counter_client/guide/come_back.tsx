// Whoever has a code: a notice or a pass brings back to a fair place (B09), an appointment to its time (Q22); the hall knows which.
import { useState } from "preact/hooks";
import { codeOf, LENGTH } from "@web/hall/code.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { DoneOf } from "@web/dialogue/protocol.ts";
import type { ComeWithCode } from "@web/wire.ts";
import type { GuideDesk } from "./desk.ts";
import { t } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  printer: string;
  onIssued: (done: DoneOf<ComeWithCode>) => void;
}

export function ComeBack({ desk, printer, onIssued }: Props) {
  const [typed, type] = useState("");
  const code = codeOf(typed);
  const come = async () => {
    const done = await desk.ask({ type: "come_with_code", code: typed, language: "zh", printer }, t("with_code"), code);
    if (!done) return;
    type("");
    onIssued(done);
  };
  const print = async () => {
    if (await desk.ask({ type: "print_paper", code: typed, printer }, t("print_with_code"), code)) type("");
  };
  return (
    <form class="panel with-code" onSubmit={(event) => { event.preventDefault(); void come(); }}>
      <h2>{t("with_code")}</h2>
      <label class="words">
        {t("code_typed")}
        <input type="text" maxLength={60} autocomplete="off" spellcheck={false} value={typed} onInput={(event) => type(event.currentTarget.value)} />
      </label>
      <Button big class="go" type="submit" disabled={code.length < LENGTH}>{t("take_with_code")}</Button>
      {printer && <Button big icon="printer" disabled={code.length < LENGTH} onClick={() => void print()}>{t("print_with_code")}</Button>}
    </form>
  );
}
