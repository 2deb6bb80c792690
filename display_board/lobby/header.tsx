// One line on top: whose hall it is, which counters are open, what day it is, in turn; and the time.
import { clockText, dayText, now, secondsText, serverNow } from "@web/time/clock.ts";
import type { Live } from "@web/dialogue/live.ts";
import type { LobbyView, Text } from "@web/wire.ts";
import { say } from "./texts.ts";
import { turnAt, up } from "./turns.ts";
import { ranges } from "./words.ts";
import { Pair } from "./words.tsx";
import type { Speaker } from "./speaker.ts";
import { TapForSound } from "./speaker.tsx";

interface Props {
  live: Live<LobbyView>;
  view: LobbyView;
  speaker: Speaker;
}

export function LobbyHeader({ live, view, speaker }: Props) {
  const fresh = live.freshness.value === "fresh";
  const line = fresh ? turnAt(linesOf(view), up.value) : view.hall;
  return (
    <header>
      <h1 class={fresh ? undefined : "hidden"} data-fit><Pair text={line} /></h1>
      <News live={live} />
      <TapForSound speaker={speaker} />
      <time class="clock" dateTime={new Date(now.value).toISOString()}>{clockText(now.value)}</time>
    </header>
  );
}

/** The hall's name comes round every other time, the code at the door where one is needed. Old news name no counters that may have shut since. */
function linesOf(view: LobbyView): Text[] {
  const day = { zh: dayText(now.value), en: dayText(now.value, "en") };
  const often = view.door_code ? say("door_code", { code: view.door_code }) : view.hall; // who looks for it stands there
  return [view.hall, ...(view.door_code ? [often] : []), openWords(view.open_counters, view.open_rooms), often, day, ...(view.door_code ? [often] : [])];
}

function openWords(ids: readonly string[], rooms: readonly Text[]): Text {
  const words = say("open_counters");
  const none = say("none_open");
  const worded = (lang: "zh" | "en"): string =>
    [words[lang], ...(ids.length ? [ranges(ids)] : []), ...rooms.map((room) => room[lang] || room.zh), ...(ids.length || rooms.length ? [] : [none[lang]])].join(" ");
  return { zh: worded("zh"), en: worded("en") };
}

/** Never silently frozen: after 6 s a word, after 30 s the time of what is shown. */
function News({ live }: { live: Live<LobbyView> }) {
  const state = live.freshness.value;
  const heard = serverNow() - (Date.now() - live.lastAt.value);
  return (
    <div class={`news ${state}`} role="status" data-fit>
      {state === "updating" && <Pair text={say("updating")} />}
      {state === "stale" && <Pair text={say("stale", { time: secondsText(heard) })} />}
    </div>
  );
}
