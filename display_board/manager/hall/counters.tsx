// The counters as a map: what each does, for how long, who sits there, which number is there.
import { useSignal, useSignalEffect } from "@preact/signals";
import { now } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Icon, Button, Dialog, notify, notifyRefusal } from "@web/drawing/parts.tsx";
import { idle } from "@web/dialogue/reload.ts";
import { since } from "@web/hall/standing.ts";
import type { ManagerCounter, ManagerView, Named } from "@web/wire.ts";
import { t, counterStateText } from "../texts.ts";
import { EndDay } from "./end_day.tsx";
import { show } from "../dialogs.ts";
import { still } from "../matters/matters.ts";
import { t as roster } from "../roster/roster_texts.ts";
import { t as whatIf } from "../what_if/what_if_texts.ts";
import "./counters.css";

/** So many have room for whose they are and what they serve; of more, each says its number and how it stands. */
export const ROOMY = 6;

const SIGN: Record<string, string> = { closed: "×", open_idle: "○", calling: "◎", serving: "●" };

export function Counters({ view, live, acts }: { view: ManagerView; live: Live<ManagerView>; acts: boolean }) {
  const open = useSignal("");
  useSignalEffect(() => void (idle.value = !open.value));
  const chosen = view.counters.find((counter) => counter.id === open.value);
  return (
    <section class="counters">
      <header>
        <h2>{t("counters")}</h2>
        {acts && <Button kind="quiet" class="what-if-button" onClick={() => show({ kind: "what_if" })}>{whatIf("title")}</Button>}
        {acts && <Button kind="quiet" class="roster-button" onClick={() => show({ kind: "roster" })}>{roster("title")}</Button>}
        <EndDay view={view} live={live} />
      </header>
      <ul>
        {view.counters.map((counter) => (
          <li key={counter.id}>
            <CounterCard counter={counter} view={view} onOpen={() => (open.value = counter.id)} />
          </li>
        ))}
      </ul>
      {chosen && <CounterDialog counter={chosen} profiles={view.profiles} live={live} onClose={() => (open.value = "")} />}
    </section>
  );
}

function CounterCard({ counter, view, onOpen }: { counter: ManagerCounter; view: ManagerView; onOpen: () => void }) {
  const shut = counter.state === "closed";
  const why = still(counter, view, now.value);
  return (
    <button class={`counter ${counter.state}${why ? " still" : ""}`} onClick={onOpen}>
      <span class="top"><b data-fit>{tx(counter.name)}</b> <span class="now">{counter.number}</span></span>
      <CounterMark counter={counter} still={why} />
      <span class="who" title={tx(counter.profile_name)}>{shut ? "" : `${t("staff", { staff: counter.staff || t("none") })} · `}{tx(counter.profile_name)}</span>
    </button>
  );
}

export function CounterMark({ counter, still: why = null }: { counter: ManagerCounter; still?: ReturnType<typeof still> }) {
  const minutes = Math.floor(since(counter.since, now.value) / 60);
  const long = why && t(why === "idle" ? "idle_for" : "long_for", { minutes, n: counter.can_call });
  return (
    <span class="doing">
      {counter.state === "paused" ? <Icon name="pause" /> : <span aria-hidden="true">{SIGN[counter.state] ?? "?"}</span>}{" "}
      {counterStateText(counter.state)} {counter.state !== "closed" && (long || t("minutes", { n: minutes }))}{counter.pause_reason && ` · ${counter.pause_reason}`}
    </span>
  );
}

// One counter's details, and another profile for it (Q12).
interface Props {
  counter: ManagerCounter;
  profiles: readonly Named[];
  live: Live<ManagerView>;
  onClose: () => void;
}

export function CounterDialog({ counter, profiles, live, onClose }: Props) {
  const profile = useSignal(counter.profile);
  const open = () => {
    onClose();
    show({ kind: "events", title: `${tx(counter.name)} · ${t("happened")}`, asked: { limit: 500, counter: counter.id } });
  };
  const save = (event: Event) => {
    event.preventDefault();
    const name = profiles.find((one) => one.id === profile.value)?.name ?? counter.profile_name;
    live.ask({ type: "change_profile", counter: counter.id, profile: profile.value }).then(() => {
      notify(t("saved", { name: tx(counter.name), profile: tx(name) }), "good");
      onClose();
    }, notifyRefusal);
  };
  return (
    <Dialog title={tx(counter.name)} onClose={onClose}>
      <p><CounterMark counter={counter} /></p>
      <p class="today">
        {t("number_now")} {counter.number || t("none")} · {t("staff", { staff: counter.staff || t("none") })} · {t("served", { n: counter.served })}
      </p>
      <form onSubmit={save}>
        <label>
          {t("profile")}
          <select value={profile} onChange={(event) => (profile.value = event.currentTarget.value)}>
            {profiles.map((one) => <option key={one.id} value={one.id}>{tx(one.name)}</option>)}
          </select>
        </label>
        <p class="choices">
          <Button kind="primary" type="submit" disabled={profile.value === counter.profile}>{t("change_profile")}</Button>
          <DoorButton counter={counter} profile={profile.value} live={live} onDone={onClose} />
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button onClick={open}>{t("happened")}</Button>
        </p>
      </form>
    </Dialog>
  );
}

/** Opens a closed counter with the profile chosen above, or closes one (5.9); who may not is told why. */
function DoorButton({ counter, profile, live, onDone }: { counter: ManagerCounter; profile: string; live: Live<ManagerView>; onDone: () => void }) {
  const closed = counter.state === "closed";
  const turn = () => {
    const asked = closed
      ? live.ask({ type: "open_counter", counter: counter.id, profile })
      : live.ask({ type: "close_counter", counter: counter.id });
    asked.then(onDone, notifyRefusal);
  };
  return <Button kind={closed ? "primary" : "secondary"} onClick={turn}>{t(closed ? "open_counter" : "close_counter")}</Button>;
}
