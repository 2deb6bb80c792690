// What printers say: their state, what a search found, what became of a test slip.
import { signal } from "@preact/signals";
import { inWords, written } from "@web/form/in_words.ts";
import { tx } from "@web/language/i18n.ts";
import { notifyRefusal } from "@web/drawing/parts.tsx";
import type { FoundPrinter, PrinterConfig, Tested } from "@web/wire.ts";
import { fieldAt } from "../draft/asked.ts";
import { get, post } from "../draft/http.ts";
import { live } from "./live.ts";
import { t } from "./printers_texts.ts";

// A printer's settings in words.

const word = (id: keyof PrinterConfig, value: unknown): string => inWords(fieldAt(`printers.${id}`)!, value);
export const kindText = (kind: string): string => word("kind", kind);

/** A width that no head has is said in dots. */
export const dotsText = (dots: number): string => (fieldAt("printers.dots")!.choices.some((one) => one.value === written(dots)) ? word("dots", dots) : t("dots_n", { n: dots }));

export const printerName = (printer: PrinterConfig): string => tx(printer.name) || printer.id;

/** "网口 192.168.1.50:9100 · 80 毫米 · 图形". */
export const printerBrief = (printer: PrinterConfig): string =>
  [`${kindText(printer.kind)} ${printer.address}`.trim(), dotsText(printer.dots), printer.mode === "text" ? word("mode", "text") : ""].filter(Boolean).join(" · ");

export const states = live(() => get("/api/printers"));
export const nearby = signal<readonly FoundPrinter[] | null>(null);
export const looking = signal(false);

export async function lookForPrinters(): Promise<void> {
  looking.value = true;
  nearby.value = await get("/api/printers/found").catch((no: unknown) => (notifyRefusal(no), []));
  looking.value = false;
}

export const testPrint = (printer: PrinterConfig): Promise<Tested | null> => post("/api/printers/test", { body: { printer } }).catch((no: unknown) => (notifyRefusal(no), null));
