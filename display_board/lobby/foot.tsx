// The foot of the board: the waits, the missed numbers, what cannot be had, what the hall has to say; one at a time.
import type { LobbyView, QueueView, Text, WaitView } from "@web/wire.ts";
import { both, say } from "./texts.ts";
import { turnAt, turnsOf, up, worded, type Turn } from "./turns.ts";
import { Pair } from "./words.tsx";

export function LobbyFoot({ view }: { view: LobbyView }) {
  const turn = turnAt(turnsOf(view), up.value);
  return (
    <section class={`foot of-${turn.what}`}>
      <Shown turn={turn} all={[...view.notices.map(worded), ...view.posted].map(both).join("; ")} />
    </section>
  );
}

/** `all`: every notice there is, in the accessible name of each. */
function Shown({ turn, all }: { turn: Turn; all: string }) {
  switch (turn.what) {
    case "waits":
      return <Waits queues={turn.queues} />;
    case "missed":
      return <Missed numbers={turn.numbers} />;
    case "alarm":
      return (
        <p class="notice" aria-label={all} data-fit>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2 1 22h22zM11 9h2v7h-2zm0 8h2v2h-2z" fill="currentColor" fill-rule="evenodd" /></svg>
          <Pair text={turn.text} />
        </p>
      );
    case "posted":
      return <p class="notice posted" aria-label={all} data-fit><span key={turn.text} lang={turn.lang === "zh" ? "zh-CN" : "en"}>{turn.text}</span></p>;
    case "advice":
      return <p class="advice" data-fit><Pair text={say("all_well")} /></p>;
  }
}

/** How many wait for each business, and about how long somebody joining now would. */
function Waits({ queues }: { queues: readonly QueueView[] }) {
  return (
    <div class={queues.length > 1 ? "queues" : "queues alone"}>
      <h2 class="hidden"><Pair text={say("waits")} /></h2>
      <ul>
        {queues.map((queue) => (
          <li key={queue.queue}>
            <span class="letter" aria-hidden="true">{queue.letter}</span>
            <span class="business" data-fit><Pair text={queue.name} /></span>
            <span class="figures" data-fit>
              <span class="count"><strong>{queue.waiting}</strong> <Pair text={say("people")} /></span>
              <span class={`band ${queue.wait.state}`}><Pair text={band(queue.wait)} /></span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Missed({ numbers }: { numbers: readonly string[] }) {
  return (
    <p class="missed" data-fit>
      <span class="numbers">{numbers.map((number) => <b key={number}>{number} </b>)}</span>
      <span class="what"><Pair text={say("missed")} /></span>
    </p>
  );
}

export function band(wait: WaitView): Text {
  if (wait.state === "minutes") return say("about", { minutes: wait.minutes });
  return say(wait.state === "soon" ? "soon" : "unknown");
}
