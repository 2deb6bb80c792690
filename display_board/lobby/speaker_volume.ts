// How loud this browser speaks, kept on the device.
const KEY = "hallqueue.lobby.volume";

/** Never nought: a board that could be muted by a stray drag would still answer "played". */
export const QUIETEST = 0.1;

export function keptVolume(): number {
  const kept = Number(localStorage.getItem(KEY) ?? 1);
  return kept >= QUIETEST && kept <= 1 ? kept : 1;
}

export const keepVolume = (volume: number): void => localStorage.setItem(KEY, String(volume));
