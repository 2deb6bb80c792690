// The call that everybody in the hall shall see now.
import { hoursWords } from "@web/time/hours.ts";
import type { HoursView, LobbyCall, Text } from "@web/wire.ts";
import { say } from "./texts.ts";
import { turnKey } from "./hero.ts";
import { columns } from "./turns.ts";
import { Arrow, Pair, Place } from "./words.tsx";

interface Props {
  call: LobbyCall | null;
  fresh: boolean;
  hours: HoursView;
  waiting: number;
}

export function HeroCall({ call, fresh, hours, waiting }: Props) {
  return (
    <section class="hero" aria-live="polite">
      {call ? <Call key={turnKey(call)} call={call} fresh={fresh} /> : <Quiet hours={hours} waiting={waiting} />}
    </section>
  );
}

const SHORT_ZONE = 10; // columns beside which there is room for a word that the large number says as well

/** Keyed by the announcement, so that each one starts its own flash and none is restarted by a later view. */
function Call({ call, fresh }: { call: LobbyCall; fresh: boolean }) {
  return (
    <div class={fresh ? "call fresh" : "call"}>
      <div class="hero-head">
        {columns(call.zone.zh) <= SHORT_ZONE && <Pair text={say(call.announcement > 1 ? "recalled" : "calling")} />}
        <span class="zone" data-fit><Pair text={call.zone} /></span>
      </div>
      <div class={call.number.length > 4 ? "number long" : "number"}>{call.number}</div>
      <div class="to">
        <Arrow />
        <Place name={call.counter_name} />
      </div>
    </div>
  );
}

/** Whoever has a number when the doors shut is served; "over" would send them home. */
function quietWords(hours: HoursView, waiting: number): { title: Text; second: Text | null } {
  const shut = hoursWords(hours);
  if (!shut) return { title: say("attend"), second: hours.opens ? say("hours", { opens: hours.opens, closes: hours.closes }) : null };
  if (!waiting) return { title: shut.title, second: shut.help };
  return { title: hours.state === "closed" ? say("no_more") : shut.title, second: say("still_called") };
}

function Quiet({ hours, waiting }: { hours: HoursView; waiting: number }) {
  const { title, second } = quietWords(hours, waiting);
  return (
    <div class={`quiet ${hours.state}`} data-fit>
      <Pair as="p" text={title} />
      {second?.zh && <p class="hours"><Pair text={second} /></p>}
    </div>
  );
}
