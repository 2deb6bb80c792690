// The panel beside or in place of the hero: pictures, muted films, the hall's map, one after the other.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { addressOf } from "@web/dialogue/addresses.ts";
import { HallMapPicture } from "@web/drawing/hall_map.tsx";
import type { HallMap, LobbyMedium, LobbyView } from "@web/wire.ts";
import { both, say } from "./texts.ts";
import { Pair } from "./words.tsx";
import { playlist, secondsOf, type Item } from "./panel.ts";

// Kept while a call has the panel's place, so that the list goes on where it was.
const at = signal(0);
const broken = signal<ReadonlySet<string>>(new Set());

export const panelItems = (view: LobbyView): Item[] => playlist(view.media, view.map !== null, broken.value);

export function LobbyPanel({ view, items }: { view: LobbyView; items: readonly Item[] }) {
  const item = items[at.value % items.length]!;
  const alone = items.length === 1;
  const seconds = secondsOf(item, alone);
  const next = () => void (at.value = (at.peek() + 1) % items.length);
  const key = item.what === "map" ? "map" : item.medium.file;
  useEffect(() => {
    if (seconds === null) return;
    const timer = setTimeout(next, seconds * 1000);
    return () => clearTimeout(timer);
  }, [key, seconds, items.length]);
  return (
    <section class="panel">
      {item.what === "map" ? <Map map={view.map!} /> : <Medium key={key} medium={item.medium} alone={alone} onEnd={next} />}
    </section>
  );
}

/** One that cannot be shown is passed over until the page is loaded again. */
function Medium({ medium, alone, onEnd }: { medium: LobbyMedium; alone: boolean; onEnd: () => void }) {
  const source = addressOf("/media/{name}", { path: { name: medium.file } });
  const failed = () => void (broken.value = new Set([...broken.peek(), medium.file]));
  if (medium.kind === "video")
    return <video src={source} muted autoplay playsInline loop={alone} onEnded={onEnd} onError={failed} aria-label={both(medium.name)} />;
  return <img src={source} alt={both(medium.name)} onError={failed} />;
}

function Map({ map }: { map: HallMap }) {
  return (
    <figure class="map">
      <HallMapPicture zones={map.zones} counters={map.counters} label={both(say("map"))} />
      <figcaption>
        <span class="key open"><Pair text={say("counter_open")} /></span>
        <span class="key paused"><Pair text={say("counter_paused")} /></span>
        <span class="key closed"><Pair text={say("counter_closed")} /></span>
      </figcaption>
    </figure>
  );
}
