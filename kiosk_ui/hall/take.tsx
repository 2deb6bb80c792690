// "Take a number before you come": what it asks of who takes it, said before; and the one this phone has (Q42).
import { useState } from "preact/hooks";
import { noAnswer, Refusal } from "@web/dialogue/refusal.ts";
import { Button, Icon } from "@web/drawing/parts.tsx";
import { texts, tx } from "@web/language/i18n.ts";
import type { KioskService, RemoteNow, Text, TicketView } from "@web/wire.ts";
import { take } from "./take.ts";
import { t } from "./texts.ts";

export function Take({ of, remote }: { of: KioskService; remote: RemoteNow }) {
  const [problem, tell] = useState<Text | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    tell(null);
    setBusy(true);
    try {
      location.assign(`/ticket/#${(await take(of.id)).token}`);
    } catch (no) {
      tell((no instanceof Refusal ? no : noAnswer()).text);
    }
    setBusy(false);
  };
  return (
    <div class="take">
      {remote.left ? (
        <>
          <Button kind="primary" big icon="ticket" disabled={busy} aria-busy={busy} onClick={() => void ask()}>{t("take")}</Button>
          <p class="faint">{t("takeHelp", { arrive: remote.arrive_minutes, grace: remote.grace_minutes })}</p>
        </>
      ) : (
        <p class="faint">{t("noneLeft")}</p>
      )}
      {problem && <p class="problem" role="alert"><Icon name="alert" /> {texts(problem)}</p>}
    </div>
  );
}

/** First on the page: nobody looks for a number they have. */
export const MyNumber = ({ of }: { of: TicketView }) => (
  <section class="card my-number">
    <a class="button primary big" href={`/ticket/#${of.token}`}><Icon name="ticket" /> <span>{t("myNumber", { number: of.number, service: tx(of.service) })}</span></a>
  </section>
);
