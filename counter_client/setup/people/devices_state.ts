// The devices as the server has them, looked at again while the section is open; what is done here holds at once.
import { signal } from "@preact/signals";
import { notifyRefusal } from "@web/parts.tsx";
import type { Pairings } from "@web/pairing.ts";
import type { Device } from "./devices_rows.ts";
import { get } from "../draft/http.ts";

export const devices = signal<readonly Device[] | null>(null);
export const pairings = signal<Pairings | null>(null);
/** The code the open pairing dialog begins with; null while none is open. */
export const pairing = signal<string | null>(null);
/** The device whose row stands open; it stays so while the device comes and goes. */
export const opened = signal("");

const EVERY = 3_000;

async function look(): Promise<void> {
  const [all, waiting] = await Promise.all([get("/api/devices"), get("/api/pairing")]);
  devices.value = all;
  pairings.value = waiting;
}

export const readDevices = (): Promise<void> => look().catch(notifyRefusal);

/** Until the answer is called; a look that fails is made up for by the next. */
export function watchDevices(): () => void {
  void readDevices();
  const timer = setInterval(() => void look().catch(() => undefined), EVERY);
  return () => clearInterval(timer);
}

/** Asks, reads the list again; null when it was refused. */
export async function act<T>(asked: Promise<T>): Promise<T | null> {
  try {
    const answer = await asked;
    await readDevices();
    return answer;
  } catch (problem) {
    notifyRefusal(problem);
    return null;
  }
}
