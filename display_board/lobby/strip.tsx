// One line under the calls: missed numbers, businesses that cannot be had for a while, the hall's own notices.
import { now } from "@web/time/clock.ts";
import type { LobbyNotice, LobbyView, Text } from "@web/wire.ts";
import { both, say } from "./texts.ts";
import { Pair } from "./words.tsx";
import { turnsFor } from "./strip.ts";

const TURN_MS = 8000;
const ROOMY = 4; // missed numbers that fit in full size beside a notice

type Turn = { alarm: Text } | { page: string; lang: "zh-CN" | "en" };

export function LobbyStrip({ view, upright }: { view: LobbyView; upright: boolean }) {
  const { missed } = view;
  const turns = turnsOf(view);
  const turn = turns[Math.floor(now.value / TURN_MS) % (turns.length || 1)];
  return (
    <section class="strip">
      {missed.length > 0 && <Missed numbers={missed} squeezed={missed.length >= ROOMY && (upright || (turns.length > 0 && missed.length > ROOMY))} />}
      {turn && <Notice turn={turn} all={[...view.notices.map(worded), ...view.posted]} />}
      {!missed.length && !turn && <p class="advice"><Pair text={say("all_well")} /></p>}
    </section>
  );
}

/** A notice stands whole and in one language, so that it can be large; the other one follows. */
function turnsOf({ notices, posted }: LobbyView): Turn[] {
  const alarms = notices.map((notice): Turn => ({ alarm: worded(notice) }));
  const pages = posted.flatMap(({ zh, en }): Turn[] => [
    ...stands({ page: zh, lang: "zh-CN" }),
    ...(en && en !== zh ? stands({ page: en, lang: "en" }) : []),
  ]);
  return [...alarms, ...pages];
}

const stands = (turn: Extract<Turn, { page: string }>): Turn[] => Array.from({ length: turnsFor(turn.page) }, () => turn);

function Missed({ numbers, squeezed }: { numbers: readonly string[]; squeezed: boolean }) {
  return (
    <p class={squeezed ? "missed squeezed" : "missed"} data-fit>
      <span class="tag"><Pair text={say("missed")} /></span>
      <span class="numbers">{numbers.map((number) => <b key={number}>{number} </b>)}</span>
      <span class="what"><span class="dash" aria-hidden="true">—</span><Pair text={say("see_guide")} /></span>
    </p>
  );
}

/** Several take turns in view; all of them are in the accessible name. */
function Notice({ turn, all }: { turn: Turn; all: readonly Text[] }) {
  const label = all.map(both).join("; ");
  if ("page" in turn) return <p class="notice posted" aria-label={label} data-fit><span key={turn.page} lang={turn.lang}>{turn.page}</span></p>;
  const size = turn.alarm.zh.length > 26 ? "very" : turn.alarm.zh.length > 15 ? "wordy" : "";
  return (
    <p class={`notice ${size}`} aria-label={label} data-fit>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2 1 22h22zM11 9h2v7h-2zm0 8h2v2h-2z" fill="currentColor" fill-rule="evenodd" /></svg>
      <Pair text={turn.alarm} />
    </p>
  );
}

function worded({ service, reason, until }: LobbyNotice): Text {
  const back = until ? say("until", { until }) : { zh: "", en: "" };
  return {
    zh: say("suspended", { service: service.zh, reason: reason.zh }).zh + back.zh,
    en: say("suspended", { service: service.en, reason: reason.en }).en + back.en,
  };
}
