// Whether the browser lets this page sound, found out without a sound, and the two-tone test chime.
const PATIENCE_MS = 1500; // resume() neither succeeds nor fails while the browser waits for a touch

let context: AudioContext | undefined;

export async function audible(): Promise<boolean> {
  try {
    context = context ?? new AudioContext();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([context.resume(), patience]);
    if (context.state === "running") playSilence(context);
    return context.state === "running";
  } catch {
    return false; // no sound card, or no WebAudio
  }
}

/** A short real buffer: some browsers count an output as running only once something went through it. */
function playSilence(on: AudioContext): void {
  const source = on.createBufferSource();
  source.buffer = on.createBuffer(1, on.sampleRate / 50, on.sampleRate);
  source.connect(on.destination);
  source.start();
}

export function testChime(volume: number): void {
  if (context?.state !== "running") return;
  tone(context, 880, 0, volume);
  tone(context, 659, 0.35, volume);
}

function tone(on: AudioContext, pitch: number, after: number, volume: number): void {
  const start = on.currentTime + after;
  const [source, loudness] = [on.createOscillator(), on.createGain()];
  source.frequency.value = pitch;
  loudness.gain.setValueAtTime(volume * 0.5, start);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
  source.connect(loudness);
  loudness.connect(on.destination);
  source.start(start);
  source.stop(start + 0.6);
}
