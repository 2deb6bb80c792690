// The lobby board: the newest call for everybody in the hall, five more, the waits, the missed in turn; and the hall's voice.
import { useSignalEffect, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { now } from "@web/time/clock.ts";
import { mount, type BodyProps } from "@web/page/mount.tsx";
import { idle } from "@web/dialogue/reload.ts";
import type { LobbyCall, LobbyView } from "@web/wire.ts";
import "./lobby.css";
import { say } from "./lobby/texts.ts";
import { useTurns, type Hero } from "./lobby/hero.ts";
import { LobbyHeader } from "./lobby/header.tsx";
import { HeroCall } from "./lobby/hero.tsx";
import { LobbyPanel, panelItems } from "./lobby/panel.tsx";
import { RecentCalls } from "./lobby/lists.tsx";
import { shapeClass, shapeOf, windowSize } from "./lobby/shape.ts";
import { LobbyFoot } from "./lobby/foot.tsx";
import { Pair } from "./lobby/words.tsx";
import { panelMay } from "./lobby/panel.ts";
import { SpeakerCorner } from "./lobby/speaker.tsx";
import { useSpeaker } from "./lobby/speaker.ts";

const MOST_ROWS = 6; // what the server lists, and what can be read from ten metres

function Lobby({ live, place }: BodyProps<LobbyView>) {
  const hero = useTurns(live, place);
  const speaker = useSpeaker(live);
  useSignalEffect(() => void (idle.value = !speaker.speaking.value && !hero.value.unseen.length));
  const view = live.view.value;
  if (!view) return <main class="lobby starting"><Pair text={say("starting")} /></main>;
  const { orientation } = view.layout;
  const rows = Math.min(MOST_ROWS, view.layout.rows);
  const shape = shapeOf(orientation, windowSize.value.width, windowSize.value.height);
  const items = panelItems(view);
  const still = calm(view, hero.value, speaker.speaking);
  const shut = still && view.hours.state !== "open"; // then the hours are the news, not the last call
  const panel = still && !shut && items.length > 0;
  return (
    <main class={`lobby ${live.freshness.value} ${shapeClass(shape)}${rows < 2 ? " lone" : ""}`}>
      <LobbyHeader live={live} view={view} speaker={speaker} />
      {panel ? <LobbyPanel view={view} items={items} /> : <HeroCall call={shut ? null : hero.value.shown} fresh={hero.value.fresh} hours={view.hours} waiting={view.waiting} />}
      {(rows > 1 || panel) && <RecentCalls hero={hero.value} rows={rows} leads={panel || shut} />}
      <LobbyFoot view={view} />
      <SpeakerCorner speaker={speaker} />
    </main>
  );
}

/** Media and calls share the largest place; a call that is new has it. */
function calm(view: LobbyView, hero: Hero<LobbyCall>, speaking: ReadonlySignal<boolean>): boolean {
  void now.value; // looked at again every second
  const { unseen, fresh, since, shown } = hero;
  return panelMay({ unseen: unseen.length, fresh, since, shown: shown !== null }, speaking.value, performance.now(), view.hero_seconds * 1000);
}

// The board says itself how fresh it is, in letters that carry across the hall.
mount("lobby", Lobby, { banner: false, dark: true });
