// What printers say: their state, what a search found, what became of a test slip.
import { signal } from "@preact/signals";
import { inWords } from "@web/form/in_words.ts";
import { tx } from "@web/language/i18n.ts";
import { notifyRefusal } from "@web/drawing/parts.tsx";
import type { FoundPrinter, PrinterConfig, SlipSeen, Tested } from "@web/wire.ts";
import { fieldAt } from "../draft/asked.ts";
import { get, post } from "../draft/http.ts";
import { live } from "./live.ts";

// A printer's settings in words.

const word = (id: keyof PrinterConfig, value: unknown): string => inWords(fieldAt(`printers.${id}`)!, value);
export const kindText = (kind: string): string => word("kind", kind);

export const dotsText = (dots: number): string => word("dots", dots);

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

const orSaid = <A>(asked: Promise<A>): Promise<A | null> => asked.catch((no: unknown) => (notifyRefusal(no), null));
export const testPrint = (printer: PrinterConfig) => orSaid(post("/api/printers/test", { body: { printer } }));
/** What the slip in the hand looks like; the printer as it is to be tried next, or kept. */
export const slipSeen = (printer: PrinterConfig, answer: SlipSeen["answer"], { outcome }: Tested) => orSaid(post("/api/printers/test/seen", { body: { printer, answer, outcome } }));

export const taken = (printer: PrinterConfig, device: FoundPrinter): PrinterConfig => ({
  ...printer,
  kind: device.kind,
  address: device.address,
  dots: device.dots ?? printer.dots,
});

/** What the address of a kind has to look like; its examples stand beside the kind. */
const ADDRESSES: Readonly<Record<string, RegExp | undefined>> = {
  tcp: /^[\w.-]+(:\d{1,5})?$/,
  serial: /^(\/dev\/|COM\d)/i,
  usb: /^(\/dev\/|[0-9a-f]{4}:[0-9a-f]{4})/i,
};

export const isAddressed = ({ kind, address }: PrinterConfig): boolean => kind === "virtual" || (ADDRESSES[kind] ?? /./).test(address.trim());

/** Printers this one may hand its slips to: any other that does not lead back to it. */
export function mayFallBackTo(printer: PrinterConfig, all: readonly PrinterConfig[]): PrinterConfig[] {
  const leadsBack = (other: PrinterConfig): boolean => {
    const seen = new Set<string>();
    for (let at: PrinterConfig | undefined = other; at && !seen.has(at.id); at = all.find((one) => one.id === at!.fallback)) {
      if (at.id === printer.id) return true;
      seen.add(at.id);
    }
    return false;
  };
  return all.filter((other) => !leadsBack(other));
}
