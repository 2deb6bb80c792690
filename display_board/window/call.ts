// A call on the display: which announcement it is, and how long it blinks.
import { useEffect } from "preact/hooks";
import type { WindowView } from "@web/wire.ts";
import type { Live } from "@web/dialogue/live.ts";
import { Refusal } from "@web/dialogue/refusal.ts";

export const BLINKS_FOR = 6_000; // WCAG flash: at most 3 a second, not for long (5.4)

/** The announcement now on the display; empty while nobody is called. A recall is a new one. */
export const announcementOf = (view: WindowView): string =>
  view.state === "calling" && view.call ? `${view.call}/${view.announcement}` : "";

/** A display switched on late shows an old call without blinking. */
export const blinks = (view: WindowView, now: number): boolean =>
  announcementOf(view) !== "" && view.announced_at !== null && now - Date.parse(view.announced_at) < BLINKS_FOR;

// The receipt that a call was drawn: a clerk sees "已上屏" only for what somebody could have read.
/** Runs `then` after the browser has painted; never while nobody can see the page. */
function afterPaint(then: () => void): () => void {
  let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(then)));
  return () => cancelAnimationFrame(frame);
}

/** Says once per announcement that it is on the display. */
export function useReceipt(live: Live<WindowView>, view: WindowView): void {
  const announcement = announcementOf(view);
  useEffect(() => {
    if (!announcement) return undefined;
    return afterPaint(() => {
      const receipt = { type: "record_shown", call: view.call, screen: `window:${view.counter}` } as const;
      live.ask(receipt).catch((problem) => {
        if (!(problem instanceof Refusal)) throw problem; // a call that is over needs no receipt
      });
    });
  }, [announcement]);
}
