// The last five calls beside the hero, newest first.
import type { LobbyCall } from "@web/wire.ts";
import { say } from "../lobby_texts.ts";
import { others, turnKey, type Hero } from "./hero.ts";
import { Arrow, Pair, Place } from "./lobby_words.tsx";

const SHOWN = 5;

export function RecentCalls({ hero }: { hero: Hero<LobbyCall> }) {
  const unseen = new Set(hero.unseen.map(turnKey));
  const calls = others(hero, SHOWN);
  return (
    <section class="recent">
      <h2 class="hidden"><Pair text={say("recent")} /></h2>
      <ol>
        {calls.map((call) => (
          <li key={call.call} class={unseen.has(turnKey(call)) ? "coming" : ""}>
            <span class={call.number.length > 4 ? "number long" : "number"}>{call.number}</span>
            <Arrow />
            <Place name={call.counter_name} />
          </li>
        ))}
        {Array.from({ length: SHOWN - calls.length }, (_, nth) => <li key={nth} class="none" aria-hidden="true" />)}
      </ol>
    </section>
  );
}
