// The hall in one line: what to do now, how it stands, what time it is; language and log-out.
import { useSignal } from "@preact/signals";
import { clockText, dayText, mmss, now } from "@web/clock.ts";
import { t as find } from "@web/find/texts.ts";
import { lang, other, tx } from "@web/i18n.ts";
import { OwnName } from "@web/own_access.tsx";
import { Button, StateMark } from "@web/parts.tsx";
import { post } from "@web/post.ts";
import type { Actor } from "@web/protocol.ts";
import { forgetToken, tokenOf } from "@web/session.ts";
import { waitState } from "@web/standing.ts";
import type { HoursView, ManagerView } from "@web/wire.ts";
import { PairingDialog } from "@web/pairing.tsx";
import { t as pairingWords } from "@web/pairing_texts.ts";
import { show } from "./dialogs.ts";
import { t } from "./texts.ts";
import { glance, type Glance } from "./state.ts";

interface Props {
  view: ManagerView;
  alerts: number;
  pairs: boolean;
  acts: boolean;
  actor: Actor | null;
}

export function ManagerHeader({ view, alerts, pairs, acts, actor }: Props) {
  const seen = glance(view, now.value);
  return (
    <header>
      <h1 data-fit>
        {tx(view.hall)}
        <small>{t("board")} {closed(view.hours)}</small>
      </h1>
      <ToDo seen={seen} alerts={alerts} view={view} />
      <HallFigures seen={seen} view={view} />
      <time dateTime={new Date(now.value).toISOString()}>
        <b>{clockText(now.value)}</b> <span>{dayText(now.value, lang.value)}</span>
      </time>
      <div class="session">
        {acts && <Button kind="quiet" onClick={() => show({ kind: "ticket", ticket: "", number: "" })}>{find("find")}</Button>}
        <a class="button quiet" href="/reports/">{t("reports")}</a>
        {pairs && <a class="button quiet" href="/setup/">{t("set_up")}</a>}
        {pairs && <Pairing />}
        <Button kind="quiet" icon="language" lang={other() === "zh" ? "zh-CN" : "en"} onClick={() => (lang.value = other())}>{t("language")}</Button>
        <OwnName actor={actor} screen="manager" place="" />
        <Button kind="quiet" onClick={() => void logOut()}>{t("log_out")}</Button>
      </div>
    </header>
  );
}

/** Only what is not zero; when nothing is left to do the line says just that. */
function ToDo({ seen, alerts, view }: { seen: Glance; alerts: number; view: ManagerView }) {
  const more = view.waiting_total > view.waiting.length && waitState(seen.longest, view) !== "good" ? "+" : "";
  return (
    <p class="to-do" aria-live="polite">
      {seen.remedy > 0 && <StateMark state="remedy" text={t("to_remedy", { n: seen.remedy + more })} />}
      {seen.over > 0 && <StateMark state="over" text={t("to_watch", { n: seen.over + more })} />}
      {seen.near > 0 && <StateMark state="near" text={t("coming", { n: seen.near + more })} />}
      {seen.watch > 0 && <StateMark state="near" text={t("watch", { n: seen.watch })} />}
      {alerts > 0 && <span class="mark over alarm"><span aria-hidden="true">!</span> {t("to_see", { n: alerts })}</span>}
      {!(seen.remedy + seen.over + seen.near + seen.watch + alerts) && <StateMark state="good" text={t("all_normal")} />}
    </p>
  );
}

function HallFigures({ seen, view }: { seen: Glance; view: ManagerView }) {
  const open = view.counters.filter((counter) => counter.state !== "closed" && counter.state !== "paused").length;
  return (
    <dl class="figures">
      <div><dt>{t("waiting")}</dt><dd>{view.waiting_total}</dd></div>
      <div><dt>{t("longest_of_all")}</dt><dd>{view.waiting_total ? mmss(seen.longest) : t("none")}</dd></div>
      <div><dt>{t("of_counters")}</dt><dd>{open}<small>/{view.counters.length}</small></dd></div>
    </dl>
  );
}

const closed = ({ state, opens }: HoursView): string =>
  state === "open" ? "" : `· ${state === "closed" ? t("hall_closed") : t("not_yet_open", { opens })}`;

async function logOut(): Promise<void> {
  // The token is forgotten here even when the server cannot be told.
  await post("/api/logout", { token: tokenOf("manager", "") }).catch(() => undefined);
  forgetToken("manager", "");
  location.reload();
}

// The button that lets a new screen in, on the live board.
export function Pairing() {
  const open = useSignal(false);
  return (
    <>
      <Button kind="quiet" onClick={() => (open.value = true)}>{pairingWords("pair")}</Button>
      {open.value && <PairingDialog token={tokenOf("manager", "")} onClose={() => (open.value = false)} />}
    </>
  );
}
