// The top line of the tablet: whose hall and shift, whether it is loud, and what is not sent yet.
import { clockText, now } from "@web/time/clock.ts";
import { t as find } from "@web/find/texts.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { OwnName } from "@web/access/own_access.tsx";
import { Language } from "@web/drawing/language.tsx";
import { Button } from "@web/drawing/parts.tsx";
import { loginOf } from "@web/dialogue/session.ts";
import type { GuideView } from "@web/wire.ts";
import { sound, toggleSound } from "./chime.ts";
import type { GuideDesk } from "./desk.ts";
import { t } from "./texts.ts";

const LEADS = ["team_leader", "hall_manager", "admin"];
const LATE = 1_500; // ms an ask may be under way before it is worth a word

function Sync({ live, desk }: { live: Live<GuideView>; desk: GuideDesk }) {
  void now.value; // look again every second
  const waiting = desk.open.value.filter((e) => Date.now() - Math.max(e.since, e.due) > (live.online.value ? LATE : -1));
  return (
    <span role="status">
      {waiting.length > 0 && <button type="button" class="badge near unsent-open" onClick={() => (desk.sheet.value = { kind: "unsent" })}>{t("syncing", { n: waiting.length })}</button>}
    </span>
  );
}

const Sound = () => (
  <Button class={`sound ${sound.value}`} icon={sound.value === "on" ? "sound" : "mute"} aria-pressed={sound.value === "on"} onClick={toggleSound}>
    {t(`sound_${sound.value}`)}
  </Button>
);

interface Props {
  live: Live<GuideView>;
  desk: GuideDesk;
  view: GuideView;
  place: string;
}

export function Header({ live, desk, view, place }: Props) {
  const actor = live.actor.value;
  const leads = actor && loginOf(view.leader) === loginOf(actor.id);
  return (
    <header class="top">
      <h1>
        {t("title")} <small data-fit>{tx(view.hall)}</small>
      </h1>
      <Sync live={live} desk={desk} />
      <span class="leader">{view.leader ? t("leader", { name: view.leader_name }) : t("no_leader")}</span>
      {actor && LEADS.includes(actor.role) && !leads && (
        <Button onClick={() => void desk.ask({ type: "lead_shift" }, t("lead"), "shift")}>{t("lead")}</Button>
      )}
      <Button onClick={() => (desk.sheet.value = { kind: "find", number: "" })}>{find("find")}</Button>
      <Sound />
      <time>{clockText(now.value)}</time>
      <span class="me"><OwnName actor={actor} screen="guide" place={place} /></span>
      <Language icon={undefined} />
      <Button kind="quiet" onClick={() => void desk.leave(place)}>{t("log_out")}</Button>
    </header>
  );
}
