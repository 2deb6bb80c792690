// The lobby board: the newest call for everybody in the hall, five more, the waits, the missed; and the hall's voice.
import { useSignalEffect } from "@preact/signals";
import { mount, type BodyProps } from "@web/mount.tsx";
import { idle } from "@web/reload.ts";
import type { LobbyView } from "@web/wire.ts";
import "./lobby.css";
import { say } from "./lobby_texts.ts";
import { LobbyHeader } from "./parts/lobby_header.tsx";
import { HeroCall } from "./parts/lobby_hero.tsx";
import { LobbyQueues } from "./parts/lobby_queues.tsx";
import { RecentCalls } from "./parts/lobby_recent.tsx";
import { LobbyStrip } from "./parts/lobby_strip.tsx";
import { useTurns } from "./parts/lobby_turns.ts";
import { Pair } from "./parts/lobby_words.tsx";
import { SpeakerCorner } from "./parts/speaker_corner.tsx";
import { useSpeaker } from "./parts/speaker.ts";

function Lobby({ live, place }: BodyProps<LobbyView>) {
  const hero = useTurns(live, place);
  const speaker = useSpeaker(live);
  useSignalEffect(() => void (idle.value = !speaker.speaking.value && !hero.value.unseen.length));
  const view = live.view.value;
  if (!view) return <main class="lobby starting"><Pair text={say("starting")} /></main>;
  return (
    <main class={`lobby ${live.freshness.value}`}>
      <LobbyHeader live={live} view={view} speaker={speaker} />
      <HeroCall hero={hero.value} hours={view.hours} />
      <RecentCalls hero={hero.value} />
      <LobbyStrip view={view} />
      <LobbyQueues queues={view.queues} />
      <SpeakerCorner speaker={speaker} />
    </main>
  );
}

// The board says itself how fresh it is, in letters that carry across the hall.
mount("lobby", Lobby, { banner: false, dark: true });
