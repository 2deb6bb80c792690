// A number from home waits for its holder: until when, and every way to say "I am here" (Q42).
import { useState } from "preact/hooks";
import { addressOf } from "@web/dialogue/addresses.ts";
import { post } from "@web/dialogue/post.ts";
import { noAnswer, Refusal } from "@web/dialogue/refusal.ts";
import { Button, Icon } from "@web/drawing/parts.tsx";
import { grouped } from "@web/hall/code.ts";
import { texts } from "@web/language/i18n.ts";
import { clockText } from "@web/time/clock.ts";
import type { ArrivalView, Text, TicketView } from "@web/wire.ts";
import { t } from "./texts.ts";

const FIGURES = 4;

/** `heard` takes the ticket as it is now. */
export function Arrival({ of, token, heard }: { of: ArrivalView; token: string; heard: (ticket: TicketView) => void }) {
  const [typed, type] = useState("");
  const [problem, tell] = useState<Text | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async (code: string) => {
    tell(null);
    setBusy(true);
    try {
      heard(await post("/api/ticket/{token}/arrive", { path: { token }, body: { code } }));
    } catch (no) {
      tell((no instanceof Refusal ? no : noAnswer()).text);
    }
    setBusy(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void confirm(typed);
  };
  return (
    <section class={`card arrival${of.until ? " now" : ""}${of.passed ? " passed" : ""}`}>
      <h2>{t("notHere")}</h2>
      <p role="status">{of.until ? t(of.passed ? "passed" : "turn", { time: clockText(Date.parse(of.until)) }) : t("keepsPlace")}</p>
      {of.by_network && <Button kind="primary" big icon="check" disabled={busy} onClick={() => void confirm("")}>{t("onWifi")}</Button>}
      <form onSubmit={submit}>
        <label>
          {t("doorCode")}
          <input type="text" inputMode="numeric" autocomplete="off" maxLength={FIGURES} value={typed} onInput={(event) => type(event.currentTarget.value.replace(/\D/g, ""))} />
        </label>
        <Button kind={of.by_network ? undefined : "primary"} big type="submit" disabled={busy || typed.length !== FIGURES}>{t("confirmHere")}</Button>
      </form>
      {problem && <p class="problem" role="alert"><Icon name="alert" /> {texts(problem)}</p>}
      <details>
        <summary>{t("atKiosk")}</summary>
        <img src={addressOf("/api/qr/{token}.svg", { path: { token } })} alt={t("kioskCode")} width="200" height="200" />
        <p><b class="code">{grouped(of.code)}</b></p>
        <p class="faint">{t("atKioskHelp")}</p>
      </details>
    </section>
  );
}
