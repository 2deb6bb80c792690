// What the display says at each moment: a word in both languages, a number, a way on.
import { now } from "@web/time/clock.ts";
import type { Text, WindowView } from "@web/wire.ts";
import { announcementOf, blinks } from "./call.ts";
import { insteadText, reasonText, WORDS } from "./texts.ts";

export const Both = ({ text, class: extra = "", fit = false }: { text: Text; class?: string; fit?: boolean }) => (
  <p class={`both ${extra}`} data-fit={fit ? "" : undefined}>
    <span>{text.zh}</span>
    {text.en && <span lang="en">{text.en}</span>}
  </p>
);

/** A number is as large as its letters allow: after A999 comes A1000. */
const sized = (number: string) => ({ "--letters": String(Math.max(4, number.length)) });

const Calling = ({ view }: { view: WindowView }) => (
  <>
    <Both text={WORDS.please} class="word" />
    <p
      key={announcementOf(view)}
      class={blinks(view, now.peek()) ? "called blinking" : "called"}
      style={sized(view.number)}
    >
      {view.number}
    </p>
    <Both text={WORDS.come} class="hint" />
  </>
);

const Serving = ({ view }: { view: WindowView }) => (
  <>
    <Both text={WORDS.serving} class="word" />
    <p class="called steady" style={sized(view.number)}>
      {view.number}
    </p>
  </>
);

const Away = ({ view, word }: { view: WindowView; word: Text }) => (
  <>
    <Both text={word} class="big" />
    <div class="way" data-fit>
      {view.pause_reason && <Both text={reasonText(view.pause_reason)} class="reason" />}
      {view.instead.length + view.instead_rooms.length > 0 ? (
        <Both text={insteadText(view.instead, view.instead_rooms)} class="hint" />
      ) : (
        view.state === "paused" && <Both text={WORDS.wait} class="hint" />
      )}
    </div>
  </>
);

export function Scene({ view }: { view: WindowView }) {
  if (view.state === "calling") return <Calling view={view} />;
  if (view.state === "serving") return <Serving view={view} />;
  if (view.state === "paused") return <Away view={view} word={WORDS.paused} />;
  if (view.state === "closed") return <Away view={view} word={WORDS.closed} />;
  return <Both text={WORDS.free} class="big" />;
}
