// The calls beside the hero, newest first; while media have the hero's place, the newest leads them.
import type { LobbyCall, QueueView, Text, WaitView } from "@web/wire.ts";
import { say } from "./texts.ts";
import { others, turnKey, type Hero } from "./hero.ts";
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
  const places = Math.max(1, rows - 1); // as many in either case, so that no line changes its size
  const calls = [...(leads && hero.shown ? [hero.shown] : []), ...others(hero, places)].slice(0, places);
  return (
    <section class="recent" style={{ "--rows": String(places) }}>
      <h2 class="hidden"><Pair text={say("recent")} /></h2>
      <ol>
        {calls.map((call, nth) => (
          <li key={call.call} data-fit class={unseen.has(turnKey(call)) ? "coming" : leads && nth === 0 ? "newest" : ""}>
            <span class={call.number.length > 4 ? "number long" : "number"}>{call.number}</span>
            <Arrow />
            <Place name={call.counter_name} />
          </li>
        ))}
        {Array.from({ length: places - calls.length }, (_, nth) => <li key={nth} class="none" aria-hidden="true" />)}
      </ol>
    </section>
  );
}

// How many wait for each business, and about how long somebody joining now would.
export function LobbyQueues({ queues }: { queues: readonly QueueView[] }) {
  return (
    <section class="queues">
      <h2 class="hidden"><Pair text={say("waits")} /></h2>
      <ul class={queues.length > 6 ? "many" : queues.length < 4 ? "few" : ""}>
        {queues.map((queue) => (
          <li key={queue.queue}>
            <div class="business">
              <span class="letter" aria-hidden="true">{queue.letter}</span>
              <Pair text={queue.name} fit />
            </div>
            <div class="figures" data-fit>
              <span class="count"><strong>{queue.waiting}</strong> <Pair text={say("people")} /></span>
              <span class={`band ${queue.wait.state}`}><Pair text={band(queue.wait)} /></span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function band(wait: WaitView): Text {
  if (wait.state === "minutes") return say("about", { minutes: wait.minutes });
  return say(wait.state === "soon" ? "soon" : "unknown");
}
