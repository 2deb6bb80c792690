// The calls beside the hero, newest first; while media have the hero's place, the newest leads them.
import type { LobbyCall } from "@web/wire.ts";
import { say } from "./texts.ts";
import { others, turnKey, type Hero } from "./hero.ts";
import { linesOf, thatFit } from "./turns.ts";
import { Arrow, Pair, Place } from "./words.tsx";

interface Props {
  hero: Hero<LobbyCall>;
  /** How many calls the board shows in all. */
  rows: number;
  /** The hero's call stands here. */
  leads: boolean;
}

export function RecentCalls({ hero, rows, leads }: Props) {
  const unseen = new Set(hero.unseen.map(turnKey));
  const lines = Math.max(1, rows - 1); // as many in either case, so that no line changes its size
  const calls = thatFit([...(leads && hero.shown ? [hero.shown] : []), ...others(hero, lines)], lines);
  const free = lines - calls.reduce((sum, call) => sum + Math.min(lines, linesOf(call)), 0);
  return (
    <section class="recent" style={{ "--rows": String(lines) }}>
      <h2 class="hidden"><Pair text={say("recent")} /></h2>
      <ol>
        {calls.map((call, nth) => (
          <li key={call.call} class={`${linesOf(call) > 1 && lines > 1 ? "tall " : ""}${unseen.has(turnKey(call)) ? "coming" : leads && nth === 0 ? "newest" : ""}`}>
            <span class={call.number.length > 4 ? "number long" : "number"}>{call.number}</span>
            <Arrow />
            <Place name={call.counter_name} brief />
          </li>
        ))}
        {Array.from({ length: free }, (_, nth) => <li key={nth} class="none" aria-hidden="true" />)}
      </ol>
    </section>
  );
}
