// The keys of a pad and one switch, heard on the page: marks where the customer stands, presses what they choose, and moves
// on by itself for the one switch. What follows from a key is in `scanning.ts`, what can be pressed in `stops.ts`.
import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { KioskView } from "@web/wire.ts";
import { scans } from "../comfort/comfort.ts";
import { settled, step } from "../flow.ts";
import { after, markedBy, meaningOf, OFF, settle, type Scan, type Sign } from "./scanning.ts";
import { question, stopsNow, type Place } from "./stops.ts";
import { isSpeaking, pageTurned, tell } from "./voice.ts";

export const scan = signal<Scan>(OFF);

const MARK = "data-scanned";
const TWICE = 300; // ms: a hand that trembles chooses once
const MOST_HEARD = 8_000; // ms that a step waits for what is being said

let marked: readonly HTMLElement[] = [];
let chosenAt = -Infinity;
let moves: ReturnType<typeof setTimeout> | undefined;
let pace = 3_000;

// A step that was gone to is another screen, and so is another page of tiles or a question above it.
let steps = 0;
step.subscribe(() => void steps++);
const pageNow = (): string => `${steps} ${pageTurned.peek()} ${question() ? "asked" : ""}`;

function mark(places: readonly Place[]): void {
  const ids = markedBy(scan.peek(), places);
  const parts = places.filter(({ id }) => ids.includes(id)).map(({ part }) => part);
  marked.forEach((part) => part.removeAttribute(MARK));
  parts.forEach((part) => part.setAttribute(MARK, ""));
  if (parts[0] && document.activeElement !== parts[0]) parts[0].focus();
  if (!parts.length) marked.find((part) => part === document.activeElement)?.blur();
  marked = parts;
}

/** The one switch goes on after the pace, or when what it stands on has been said. */
function arm(waited = 0): void {
  clearTimeout(moves);
  if (scan.peek().way !== "switch") return;
  const speaks = waited > 0 && isSpeaking() && waited < MOST_HEARD;
  if (waited > 0 && !speaks && settled.peek()) return take("tick");
  moves = setTimeout(() => arm(waited + pace), pace);
}

function take(sign: Sign): void {
  const places = stopsNow();
  const before = scan.peek().at;
  const done = after(scan.peek(), sign, pageNow(), places);
  scan.value = done.scan;
  if (done.scan.way !== "off") scans.value = true;
  mark(places);
  places.find(({ id }) => id === done.press)?.part.click();
  if (done.scan.at !== before) tell(marked);
  arm();
}

function hear(event: KeyboardEvent, spaceMoves: boolean): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const sign = meaningOf(event.key, event.shiftKey, spaceMoves);
  if (!sign) return;
  event.preventDefault(); // no button is pressed but the one that is marked
  if (event.repeat || !settled.peek()) return;
  const chooses = sign === "choose" || sign === "switch";
  if (chooses && Date.now() - chosenAt < TWICE) return;
  if (chooses) chosenAt = Date.now();
  take(sign);
}

let below: Scan | null = null;

/** What stands there has changed: the mark goes where the customer now is; under a question they keep their place. */
function look(): void {
  const was = scan.peek();
  if (was.way === "off" || !settled.peek()) return;
  const places = stopsNow();
  const page = pageNow();
  const asked = page.endsWith("asked");
  if (asked && page !== was.page) below = was;
  const from = !asked && below ? { ...below, way: was.way, rounds: 0 } : was;
  if (!asked) below = null;
  scan.value = settle(from, page, places);
  mark(places);
  if (scan.peek().page !== was.page) arm();
}

function quit(): void {
  below = null;
  if (scan.peek().way !== "off") take("touch");
}

export function useSwitches(view: KioskView | null): void {
  const spaceMoves = view?.space_moves ?? false;
  pace = (view?.scan_seconds ?? 3) * 1000;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => hear(event, spaceMoves);
    // Before anybody else: the key that answers a question has to find it still there, and not what lies under it.
    addEventListener("keydown", pressed, true);
    return () => removeEventListener("keydown", pressed, true);
  }, [spaceMoves]);
  useEffect(() => {
    const changes = new MutationObserver(look);
    changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled", "open", "class"] });
    addEventListener("pointerdown", quit);
    const left = effect(() => void (scans.value || quit()));
    return () => {
      changes.disconnect();
      removeEventListener("pointerdown", quit);
      left();
    };
  }, []);
}
