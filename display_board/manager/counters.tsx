// The counters as a map: what each does, for how long, who sits there, which number is there.
import { useSignal, useSignalEffect } from "@preact/signals";
import { now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import type { Live } from "@web/live.ts";
import { Icon } from "@web/parts.tsx";
import { idle } from "@web/reload.ts";
import type { ManagerCounter, ManagerView } from "@web/wire.ts";
import { t } from "./texts.ts";
import { CounterDialog } from "./counter_dialog.tsx";
import { EndDay } from "./end_day.tsx";
import { counterStateText } from "./names.ts";
import { since } from "./state.ts";

const SIGN: Record<string, string> = { closed: "×", open_idle: "○", calling: "◎", serving: "●" };

export function Counters({ view, live }: { view: ManagerView; live: Live<ManagerView> }) {
  const open = useSignal("");
  useSignalEffect(() => void (idle.value = !open.value));
  const chosen = view.counters.find((counter) => counter.id === open.value);
  return (
    <section class="counters">
      <header>
        <h2>{t("counters")}</h2>
        <EndDay view={view} live={live} />
      </header>
      <ul>
        {view.counters.map((counter) => (
          <li key={counter.id}>
            <CounterCard counter={counter} onOpen={() => (open.value = counter.id)} />
          </li>
        ))}
      </ul>
      {chosen && <CounterDialog counter={chosen} profiles={view.profiles} live={live} onClose={() => (open.value = "")} />}
    </section>
  );
}

function CounterCard({ counter, onOpen }: { counter: ManagerCounter; onOpen: () => void }) {
  const shut = counter.state === "closed";
  return (
    <button class={`counter ${counter.state}`} onClick={onOpen}>
      <span class="top"><b data-fit>{tx(counter.name)}</b> <span class="now">{counter.number}</span></span>
      <CounterMark counter={counter} />
      <span class="who" title={tx(counter.profile_name)}>{shut ? "" : `${t("staff", { staff: counter.staff || t("none") })} · `}{tx(counter.profile_name)}</span>
    </button>
  );
}

export function CounterMark({ counter }: { counter: ManagerCounter }) {
  const minutes = Math.floor(since(counter.since, now.value) / 60);
  return (
    <span class="doing">
      {counter.state === "paused" ? <Icon name="pause" /> : <span aria-hidden="true">{SIGN[counter.state] ?? "?"}</span>}{" "}
      {counterStateText(counter.state)} {counter.pause_reason} {counter.state !== "closed" && t("minutes", { n: minutes })}
    </span>
  );
}
