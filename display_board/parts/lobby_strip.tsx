// One line under the calls: numbers that were missed, and businesses that cannot be had for a while.
import { now } from "@web/clock.ts";
import type { LobbyNotice, LobbyView, Text } from "@web/wire.ts";
import { both, say } from "../lobby_texts.ts";
import { Pair } from "./lobby_words.tsx";

const TURN_MS = 8000;
const ROOMY = 4; // missed numbers that fit in full size beside a notice

export function LobbyStrip({ view }: { view: LobbyView }) {
  const { missed, notices } = view;
  const notice = notices[Math.floor(now.value / TURN_MS) % (notices.length || 1)];
  return (
    <section class="strip">
      {missed.length > 0 && <Missed numbers={missed} squeezed={notices.length > 0 && missed.length > ROOMY} />}
      {notice && <Notice notice={notice} all={notices} />}
      {!missed.length && !notice && <p class="advice"><Pair text={say("all_well")} /></p>}
    </section>
  );
}

function Missed({ numbers, squeezed }: { numbers: readonly string[]; squeezed: boolean }) {
  return (
    <p class={squeezed ? "missed squeezed" : "missed"}>
      <span class="tag"><Pair text={say("missed")} /></span>
      <span class="numbers">{numbers.map((number) => <b key={number}>{number} </b>)}</span>
      <span class="what"><span class="dash" aria-hidden="true">—</span><Pair text={say("see_guide")} /></span>
    </p>
  );
}

/** Several take turns in view; all of them are in the accessible name. */
function Notice({ notice, all }: { notice: LobbyNotice; all: readonly LobbyNotice[] }) {
  const words = worded(notice);
  const size = words.zh.length > 26 ? "very" : words.zh.length > 15 ? "wordy" : "";
  return (
    <p class={`notice ${size}`} aria-label={all.map((one) => both(worded(one))).join("; ")}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2 1 22h22zM11 9h2v7h-2zm0 8h2v2h-2z" fill="currentColor" fill-rule="evenodd" /></svg>
      <Pair text={words} />
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
