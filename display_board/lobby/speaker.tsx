// The word that asks for a touch while the browser is mute, and a settings corner that hides itself.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { both, say } from "./texts.ts";
import { Both, Pair } from "./words.tsx";
import { QUIETEST, type Speaker } from "./speaker.ts";

const HIDES_AFTER_MS = 8000;

export function SpeakerCorner({ speaker }: { speaker: Speaker }) {
  const seen = useSignal(false);
  const open = useSignal(false);
  useEffect(() => {
    let timer = 0;
    const stir = () => {
      seen.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => (seen.value = open.value = false), HIDES_AFTER_MS);
    };
    const kinds = ["pointermove", "pointerdown", "keydown"];
    kinds.forEach((kind) => addEventListener(kind, stir));
    return () => (clearTimeout(timer), kinds.forEach((kind) => removeEventListener(kind, stir)));
  }, [seen, open]);
  return (
    <div class={seen.value ? "sound-corner seen" : "sound-corner"}>
      {open.value && <Settings speaker={speaker} />}
      <button class="gear" aria-expanded={open.value} aria-label={both(say("sound"))} onClick={() => (open.value = !open.value)}><Loud /></button>
    </div>
  );
}

/** Only asks: any touch anywhere is heard (see speaker.ts). */
export function TapForSound({ speaker }: { speaker: Speaker }) {
  if (speaker.sound.value !== "blocked") return null;
  return <button class="tap-for-sound"><Mute /><Pair text={say("tap_for_sound")} /></button>;
}

function Settings({ speaker }: { speaker: Speaker }) {
  return (
    <div class="sound-settings" role="group" aria-label={both(say("sound"))}>
      <label>
        <Both text={say("volume")} /> <output>{Math.round(speaker.volume.value * 100)} %</output>
        <input
          type="range" min={QUIETEST} max="1" step="0.05" value={speaker.volume.value}
          onInput={(event) => (speaker.volume.value = Number(event.currentTarget.value))}
        />
      </label>
      <button onClick={speaker.chime} disabled={speaker.speaking.value}><Both text={say("chime")} /></button>
    </div>
  );
}

const Loud = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 9v6h4l6 5V4L7 9zm12.5-1.5v9a5 5 0 0 0 0-9zM15 3.2v2.1a7 7 0 0 1 0 13.4v2.1a9 9 0 0 0 0-17.6z" fill="currentColor" /></svg>
);
const Mute = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 9v6h4l6 5V4L7 9zm18.7-.3-1.4-1.4-2.8 2.8-2.8-2.8-1.4 1.4 2.8 2.8-2.8 2.8 1.4 1.4 2.8-2.8 2.8 2.8 1.4-1.4-2.8-2.8z" fill="currentColor" /></svg>
);
