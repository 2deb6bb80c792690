// Whether the server is really away; a line that comes back within a moment is nobody's business.
import type { Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";

const GRACE = 2_000;

export function useAway(online: Signal<boolean>): boolean {
  const [away, setAway] = useState(false);
  const here = online.value;
  useEffect(() => {
    if (here) return setAway(false);
    const timer = setTimeout(() => setAway(true), GRACE);
    return () => clearTimeout(timer);
  }, [here]);
  return away;
}
