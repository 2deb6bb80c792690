// One counter's details, and another profile for it (Q12).
import { useSignal } from "@preact/signals";
import { tx } from "@web/i18n.ts";
import type { Live } from "@web/live.ts";
import { Button, Dialog, notify, notifyRefusal } from "@web/parts.tsx";
import type { ManagerCounter, ManagerView, Named } from "@web/wire.ts";
import { t } from "./texts.ts";
import { CounterMark } from "./counters.tsx";
import { show } from "./shown.ts";

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
    show({ kind: "events", title: `${tx(counter.name)} · ${t("happened")}`, address: `/api/events?limit=500&counter=${encodeURIComponent(counter.id)}` });
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
