// The hall in one line: how it stands, what time it is; language and log-out.
import { useSignal } from "@preact/signals";
import { clockText, dayText, mmss, now } from "@web/time/clock.ts";
import { t as booking } from "@web/booking/texts.ts";
import { t as find } from "@web/find/texts.ts";
import { lang, tx } from "@web/language/i18n.ts";
import { logOut } from "@web/access/log_out.ts";
import { OwnName } from "@web/access/own_access.tsx";
import { Language } from "@web/drawing/language.tsx";
import { Button } from "@web/drawing/parts.tsx";
import { post } from "@web/dialogue/post.ts";
import type { Actor } from "@web/dialogue/protocol.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import type { HoursView, ManagerView } from "@web/wire.ts";
import { PairingDialog } from "@web/access/pairing.tsx";
import { t as pairingWords } from "@web/access/pairing_texts.ts";
import { DesktopNotices } from "./matters/desktop.tsx";
import { show } from "./dialogs.ts";
import { t } from "./texts.ts";
import { glance, type Glance } from "./state.ts";

interface Props {
  view: ManagerView;
  pairs: boolean;
  acts: boolean;
  actor: Actor | null;
}

export function ManagerHeader({ view, pairs, acts, actor }: Props) {
  const seen = glance(view, now.value);
  return (
    <header>
      <h1 data-fit>
        {tx(view.hall)}
        <small>{t("board")} {closed(view.hours)}</small>
      </h1>
      <HallFigures seen={seen} view={view} />
      <time dateTime={new Date(now.value).toISOString()}>
        <b>{clockText(now.value)}</b> <span>{dayText(now.value, lang.value)}</span>
      </time>
      <div class="session">
        {acts && <Button kind="quiet" onClick={() => show({ kind: "ticket", ticket: "", number: "" })}>{find("find")}</Button>}
        {acts && <Button kind="quiet" onClick={() => show({ kind: "book" })}>{booking("book_title")}</Button>}
        <a class="button quiet" href="/reports/">{t("reports")}</a>
        {pairs && <a class="button quiet" href="/setup/">{t("set_up")}</a>}
        {pairs && <Pairing />}
        {acts && <DesktopNotices view={view} />}
        <Language />
        <OwnName actor={actor} screen="manager" place="" />
        <Button kind="quiet" onClick={() => void logOut("manager")}>{t("log_out")}</Button>
      </div>
    </header>
  );
}

function HallFigures({ seen, view }: { seen: Glance; view: ManagerView }) {
  const open = view.counters.filter((counter) => counter.state !== "closed" && counter.state !== "paused").length;
  return (
    <dl class="figures">
      <div><dt>{t("waiting")}</dt><dd>{view.waiting_total}</dd></div>
      <div><dt>{t("longest_of_all")}</dt><dd>{view.waiting_total ? mmss(seen.longest) : t("none")}</dd></div>
      <div><dt>{t("over_goal")}</dt><dd class={seen.over ? "bad" : ""}>{seen.over}{view.waiting_total > view.waiting.length && seen.over === view.waiting.length ? "+" : ""}</dd></div>
      <div><dt>{t("of_counters")}</dt><dd>{open}<small>/{view.counters.length}</small></dd></div>
    </dl>
  );
}

const closed = ({ state, opens }: HoursView): string =>
  state === "open" ? "" : `· ${state === "closed" ? t("hall_closed") : t("not_yet_open", { opens })}`;

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
