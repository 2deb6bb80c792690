// Whose hall it is, which counters are open, what time it is, and whether the board's news are fresh.
import { clockText, dayText, now, secondsText, serverNow } from "@web/time/clock.ts";
import type { Live } from "@web/dialogue/live.ts";
import type { LobbyView, Text } from "@web/wire.ts";
import { say } from "./texts.ts";
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
  return (
    <header>
      <Pair as="h1" text={view.hall} fit />
      <TapForSound speaker={speaker} />
      <News live={live} />
      <OpenCounters ids={view.open_counters} rooms={view.open_rooms} />
      <time dateTime={new Date(now.value).toISOString()}>
        <span class="clock">{clockText(now.value)}</span>
        <span class="day">{dayText(now.value)}</span>
      </time>
    </header>
  );
}

/** Never silently frozen: after 6 s a word, after 30 s the time of what is shown. */
function News({ live }: { live: Live<LobbyView> }) {
  const state = live.freshness.value;
  const heard = serverNow() - (Date.now() - live.lastAt.value);
  return (
    <div class={`news ${state}`} role="status">
      {state === "updating" && <Pair text={say("updating")} />}
      {state === "stale" && <Pair text={say("stale", { time: secondsText(heard) })} />}
    </div>
  );
}

function OpenCounters({ ids, rooms }: { ids: readonly string[]; rooms: readonly Text[] }) {
  return (
    <p class="open-counters" data-fit>
      <Pair text={say("open_counters")} />
      {ids.length > 0 && <strong>{ranges(ids)}</strong>}
      {rooms.map((room) => <Pair key={room.zh} text={room} />)}
      {!ids.length && !rooms.length && <Pair text={say("none_open")} />}
    </p>
  );
}
