// The call that everybody in the hall shall see now.
import type { HoursView, LobbyCall } from "@web/wire.ts";
import { say } from "../lobby_texts.ts";
import { turnKey, type Hero } from "./hero.ts";
import { Arrow, Pair, Place } from "./lobby_words.tsx";

export function HeroCall({ hero, hours }: { hero: Hero<LobbyCall>; hours: HoursView }) {
  const call = hero.shown;
  return (
    <section class="hero" aria-live="polite">
      {call ? <Call key={turnKey(call)} call={call} fresh={hero.fresh} /> : <Quiet hours={hours} />}
    </section>
  );
}

/** Keyed by the announcement, so that each one starts its own flash and none is restarted by a later view. */
function Call({ call, fresh }: { call: LobbyCall; fresh: boolean }) {
  return (
    <div class={fresh ? "call fresh" : "call"}>
      <div class="hero-head">
        <Pair text={say(call.announcement > 1 ? "recalled" : "calling")} />
        <span class="zone"><Pair text={call.zone} /></span>
      </div>
      <div class={call.number.length > 4 ? "number long" : "number"}>{call.number}</div>
      <div class="to">
        <Arrow />
        <Place name={call.counter_name} />
      </div>
    </div>
  );
}

function Quiet({ hours }: { hours: HoursView }) {
  const line =
    hours.state === "closed" ? say("closed") : hours.state === "open" ? say("attend") : say("not_yet_open", { opens: hours.opens });
  return (
    <div class="quiet">
      <Pair as="p" text={line} />
      {hours.opens && <p class="hours"><Pair text={say("hours", { opens: hours.opens, closes: hours.closes })} /></p>}
    </div>
  );
}
