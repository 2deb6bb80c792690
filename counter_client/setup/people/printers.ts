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

// From what a manager sees on a test slip to what the printer has to be told: each answer changes one thing.

export type Outcome = "printed" | "sent" | "unknown" | "held" | "misconfigured";

/** Dots across the heads there are. */
const HEADS: readonly number[] = [384, 420, 432, 512, 576, 640, 832];

/** What the slip in the hand looks like. */
export const ANSWERS = ["good", "narrow", "wide", "broken", "garbled", "pale", "dark", "uncut", "cut_in", "torn", "nothing"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What an answer leads to: the printer changed and tried again, kept as it is, or looked after by hand. */
export interface Step {
  next: "done" | "again" | "by_hand";
  printer: PrinterConfig;
  /** For the words that say what was changed. */
  advice: "" | "ruler" | "wider" | "plain" | "text" | "darker" | "lighter" | "cut_full" | "cut_partial" | "feed" | "no_cut" | "no_ack" | "check";
}

export const taken = (printer: PrinterConfig, device: FoundPrinter): PrinterConfig => ({
  ...printer,
  kind: device.kind,
  address: device.address,
  dots: device.dots ?? printer.dots,
});

/** `outcome` is what the printer itself said of the slip the answer speaks of. */
export function after(printer: PrinterConfig, answer: Answer, outcome: Outcome): Step {
  const again = (advice: Step["advice"], change: Partial<PrinterConfig>): Step => ({ next: "again", advice, printer: { ...printer, ...change } });
  const byHand: Step = { next: "by_hand", advice: "check", printer };
  const wider = HEADS.find((dots) => dots > printer.dots);
  switch (answer) {
    case "good":
      // Paper came out but the printer never said so: it does not answer, and waiting for it would hold every slip.
      return outcome === "unknown" && printer.ack === "gs_r"
        ? { next: "done", advice: "no_ack", printer: { ...printer, ack: "none" } }
        : { next: "done", advice: "", printer };
    case "narrow":
      return { ...byHand, advice: "ruler" }; // the last figure the ruler shows is the width
    case "wide":
      return wider === undefined ? byHand : again("wider", { dots: wider });
    case "broken":
      return printer.raster === "banded" ? again("plain", { raster: "plain" }) : garbled(printer, again, byHand);
    case "garbled":
      return garbled(printer, again, byHand);
    case "pale":
      return printer.density < 8 ? again("darker", { density: Math.min(8, printer.density + 2) }) : byHand;
    case "dark":
      return printer.density > -8 ? again("lighter", { density: Math.max(-8, printer.density - 2) }) : byHand;
    case "uncut":
      return printer.cut === "partial" ? again("cut_full", { cut: "full" }) : again("no_cut", { cut: "none" });
    case "cut_in":
      return printer.feed < 36 ? again("feed", { feed: Math.max(printer.feed, 0) + 6 }) : byHand;
    case "torn":
      return printer.cut === "full" ? again("cut_partial", { cut: "partial" }) : again("no_cut", { cut: "none" });
    case "nothing":
      return byHand;
  }
}

/** A picture it does not understand: pieces as a whole first, then plain characters. */
function garbled(printer: PrinterConfig, again: (advice: Step["advice"], change: Partial<PrinterConfig>) => Step, byHand: Step): Step {
  if (printer.mode === "text") return printer.raster === "banded" ? again("plain", { mode: "raster", raster: "plain" }) : byHand;
  return again("text", { mode: "text" });
}

/** An address as it has to look for its kind; empty for one that is fine. */
export function addressProblem(kind: string, address: string): "" | "missing" | "tcp" | "serial" | "usb" {
  const text = address.trim();
  if (kind === "virtual") return "";
  if (!text) return "missing";
  if (kind === "tcp" && !/^[\w.-]+(:\d{1,5})?$/.test(text)) return "tcp";
  if (kind === "serial" && !/^(\/dev\/|COM\d)/i.test(text)) return "serial";
  if (kind === "usb" && !/^(\/dev\/|[0-9a-f]{4}:[0-9a-f]{4})/i.test(text)) return "usb";
  return "";
}

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
