// Seconds until a screen leaves by itself; it holds for the paper, but not for ever.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Signal } from "@preact/signals";
import { scans } from "./comfort/comfort.ts";

const LONGEST_HOLD = 10; // s
const SCANNING = 60; // s: by keys or a switch it takes a while to come to the button that stays

/** Returns the seconds left and a way to begin anew. A larger `usual` (a fault shows up) adds the difference. */
export function useCountdown(usual: number, hold: boolean, done: () => void): [number, () => void] {
  const from = scans.value ? Math.max(usual, SCANNING) : usual;
  const [spent, setSpent] = useState(0);
  const held = useRef(0);
  const holding = useRef(hold);
  holding.current = hold;
  useEffect(() => {
    const tick = setInterval(() => {
      if (holding.current && held.current++ < LONGEST_HOLD) return;
      setSpent((s) => s + 1);
    }, 1000);
    return () => clearInterval(tick);
  }, []);
  const left = Math.max(0, from - spent);
  useEffect(() => {
    if (left === 0) done();
  }, [left]);
  return [left, () => setSpent(0)];
}

// Whether the server is really away; a line that comes back within a moment is nobody's business.
const GRACE = 2_000;

export function useAway(online: Signal<boolean>): boolean {
  const [away, setAway] = useState(false);
  const connected = online.value;
  useEffect(() => {
    if (connected) return setAway(false);
    const timer = setTimeout(() => setAway(true), GRACE);
    return () => clearTimeout(timer);
  }, [connected]);
  return away;
}
