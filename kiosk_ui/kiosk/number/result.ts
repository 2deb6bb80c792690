// What to tell a customer about the slip, from what the hall knows of the printer.
import type { KioskView } from "../../../server/web/wire.ts";

export type Paper = "printing" | "printed" | "sent" | "elsewhere" | "fault" | "none";

/** A slip that hangs is a fault in words: the customer cannot see the difference and needs the number. */
export function paperOf(view: Pick<KioskView, "printer" | "slip">, ticket: string): Paper {
  if (view.printer === "none") return "none";
  const mine = view.slip?.ticket === ticket ? view.slip : null;
  const state = mine?.state ?? "queued";
  if (mine?.elsewhere && ["queued", "sending", "sent", "printed"].includes(state)) return "elsewhere";
  if (state === "printed" || state === "sent") return state;
  if (state === "queued" || state === "sending") return view.printer === "down" ? "fault" : "printing";
  return "fault";
}
