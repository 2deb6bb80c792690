// How many wait for each business, and about how long somebody joining now would.
import type { QueueView, Text, WaitView } from "@web/wire.ts";
import { say } from "./texts.ts";
import { Pair } from "./words.tsx";

export function LobbyQueues({ queues }: { queues: readonly QueueView[] }) {
  return (
    <section class="queues">
      <h2 class="hidden"><Pair text={say("waits")} /></h2>
      <ul class={queues.length > 5 ? "many" : queues.length < 4 ? "few" : ""}>
        {queues.map((queue) => (
          <li key={queue.queue}>
            <div class="business">
              <span class="letter" aria-hidden="true">{queue.letter}</span>
              <Pair text={queue.name} fit />
            </div>
            <div class="figures">
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
