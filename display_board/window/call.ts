// A call on the display: which announcement it is, and how long it blinks.
import type { WindowView } from "@web/wire.ts";

export const BLINKS_FOR = 6_000; // WCAG flash: at most 3 a second, not for long (5.4)

/** The announcement now on the display; empty while nobody is called. A recall is a new one. */
export const announcementOf = (view: WindowView): string =>
  view.state === "calling" && view.call ? `${view.call}/${view.announcement}` : "";

/** A display switched on late shows an old call without blinking. */
export const blinks = (view: WindowView, now: number): boolean =>
  announcementOf(view) !== "" && view.announced_at !== null && now - Date.parse(view.announced_at) < BLINKS_FOR;
