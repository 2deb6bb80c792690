// What printers say: their state, what a search found, what became of a test slip.
export type { PrinterState, Tested } from "@web/wire.ts";
import { signal } from "@preact/signals";
import { tx } from "@web/i18n.ts";
import { notifyRefusal } from "@web/parts.tsx";
import type { FoundPrinter, PrinterConfig, PrinterState, Tested, Text } from "@web/wire.ts";
import { get, post } from "../draft/http.ts";
import { t } from "./printers_texts.ts";

export const states = signal<readonly PrinterState[]>([]);
export const found = signal<readonly FoundPrinter[] | null>(null);
export const looking = signal(false);

const EVERY = 5_000;

/** Until the answer is called; a look that fails is made up for by the next. */
export function watchPrinters(): () => void {
  const look = () => void get("/api/printers").then((all) => (states.value = all), () => undefined);
  look();
  const timer = setInterval(look, EVERY);
  return () => clearInterval(timer);
}

export async function lookForPrinters(): Promise<void> {
  looking.value = true;
  try {
    found.value = await get("/api/printers/found");
  } catch (problem) {
    found.value = [];
    notifyRefusal(problem);
  } finally {
    looking.value = false;
  }
}

export async function testPrint(printer: PrinterConfig): Promise<Tested | null> {
  try {
    return await post("/api/printers/test", { body: { printer } });
  } catch (problem) {
    notifyRefusal(problem);
    return null;
  }
}

const DETAILS = [
  "paper_out", "cover_open", "cutter_jammed", "head_hot", "stuck", "broken", "feeding", "busy", "offline", "no_answer", "near_end", "misconfigured",
] as const;

/** The printer's own word in ours; what we have no word for is shown plainly. */
export function detailText(detail: string | Text): string {
  if (typeof detail !== "string") return tx(detail);
  const known = DETAILS.find((one) => one === detail);
  return known ? t(`d_${known}`) : detail;
}
