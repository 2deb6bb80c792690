// The receipt that a call was drawn: a clerk sees "已上屏" only for what somebody could have read.
import { useEffect } from "preact/hooks";
import type { Live } from "@web/live.ts";
import { Refusal } from "@web/refusal.ts";
import type { WindowView } from "@web/wire.ts";
import { announcementOf } from "./call.ts";

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
