// What printers say: their state, what a search found, what became of a test slip.
import { signal } from "@preact/signals";
import { said, written } from "@web/form/said.ts";
import { tx } from "@web/i18n.ts";
import { notifyRefusal } from "@web/parts.tsx";
import type { FoundPrinter, PrinterConfig, PrinterState, Tested, Text } from "@web/wire.ts";
import { fieldAt } from "../draft/asked.ts";
import { get, post } from "../draft/http.ts";
import { t } from "./printers_texts.ts";
export type { PrinterState, Tested } from "@web/wire.ts";

// A printer's settings in words.

type Key = Parameters<typeof t>[0];
const HINTED: readonly string[] = ["tcp", "usb", "serial", "agent", "file"];

const word = (id: keyof PrinterConfig, value: unknown): string => said(fieldAt(`printers.${id}`)!, value);
export const kindText = (kind: string): string => (fieldAt("printers.kind")!.choices.some((one) => one.value === kind) ? word("kind", kind) : kind);
export const kindHint = ({ kind, id }: PrinterConfig): string => (HINTED.includes(kind) ? t(`hint_${kind}` as Key, { id }) : "");

/** A width that no head has is said in dots. */
export const dotsText = (dots: number): string => (fieldAt("printers.dots")!.choices.some((one) => one.value === written(dots)) ? word("dots", dots) : t("dots_n", { n: dots }));

export const printerName = (printer: PrinterConfig): string => tx(printer.name) || printer.id;

/** "网口 192.168.1.50:9100 · 80 毫米 · 图形". */
export const printerBrief = (printer: PrinterConfig): string =>
  [`${kindText(printer.kind)} ${printer.address}`.trim(), dotsText(printer.dots), printer.mode === "text" ? word("mode", "text") : ""].filter(Boolean).join(" · ");

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
