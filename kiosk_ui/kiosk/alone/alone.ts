// The kiosk without its server: whether it may give numbers by itself, giving one, and telling of them afterwards.
import { signal } from "@preact/signals";
import { clockText, hallDay, serverNow } from "@web/time/clock.ts";
import type { Live } from "@web/dialogue/live.ts";
import { newName } from "@web/dialogue/asks.ts";
import { Refusal } from "@web/dialogue/refusal.ts";
import type { KioskService, KioskView } from "@web/wire.ts";
import { give, leased, nextOrdinal, NOTHING, reported, type Given, type Kept, type Lease } from "./offline.ts";

const KEY = "hallqueue.kiosk.offline";

function read(): Kept {
  try {
    return { ...NOTHING, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return NOTHING; // a kiosk that may not store goes on with what it has in memory
  }
}

const kept = signal<Kept>(read());

function keep(next: Kept): void {
  kept.value = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // see read
  }
}

/** The server is away and numbers are given all the same. */
export const alone = signal(false);

/** By the hours of the last news: nobody is let in after closing. */
export function mayGoOn(view: KioskView | null): boolean {
  if (!view || view.hours.state !== "open") return false;
  const { closes } = view.hours;
  const at = serverNow();
  if (closes && clockText(at) >= closes) return false;
  return view.services.some((service) => nextOrdinal(kept.value, service.letter, hallDay(at)) !== null);
}

/** One number from the block, kept on this device before anybody sees it; null when the block is used up. */
export function giveAlone(service: KioskService, language: string, reason: string, instead_of = ""): Given | null {
  const done = give(kept.value, service.letter, hallDay(serverNow()), {
    name: newName(),
    service: service.id,
    title: service.name,
    at: Date.now(),
    language,
    priority: reason ? "priority" : "ordinary",
    priority_reason: reason,
    instead_of,
  });
  if (done) keep(done.kept);
  return done?.given ?? null;
}

/** Back in touch: tell what was given, oldest first, then hear which numbers are kept for the next time. */
export async function catchUp(live: Live<KioskView>): Promise<void> {
  for (const one of kept.peek().given) {
    const { name, service, ordinal, language, priority, priority_reason, instead_of = "" } = one;
    const ago_seconds = Math.max(0, (Date.now() - one.at) / 1000);
    try {
      await live.ask({ type: "merge_offline", service, ordinal, ago_seconds, language, priority, priority_reason, instead_of }, name);
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      if (problem.code === "no_answer") return; // it is told again after the next welcome
    }
    keep(reported(kept.peek(), name));
  }
  try {
    const { result } = await live.ask({ type: "lease_numbers" });
    keep(leased(kept.peek(), result.lease ?? kept.peek().lease));
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
  }
}
