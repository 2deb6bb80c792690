// Which papers can be lacking, and what the ticks become: counted as the hall counts them, an agent's behind the usual.
import type { Business, Command, PrinterChoice } from "../wire.ts";
import { t } from "./texts.ts";

export interface Lacking {
  /** Which papers are ticked as missing. */
  missing: readonly number[];
  agent: boolean;
  also: string;
}

export const toggled = (missing: readonly number[], n: number): readonly number[] => (missing.includes(n) ? missing.filter((one) => one !== n) : [...missing, n].sort((a, b) => a - b));

export const says = ({ missing, also }: Lacking): boolean => missing.length > 0 || also.trim() !== "";

/** One certificate is enough (B10): of the first few none is missing, of the others something is. */
export const goesOn = (business: Business | undefined, lacking: Lacking): boolean => {
  const enough = business?.entry.enough ?? 0;
  return enough > 0 && says(lacking) && lacking.missing.every((n) => n >= enough);
};

export const noticeOf = (ticket: string, { missing, agent, also }: Lacking, leaves: boolean, printer: string): Command => ({ type: "give_notice", ticket, missing: [...missing], agent, also: also.trim(), leaves, printer });

export const REASONS = ["why_system", "why_device", "why_power", "why_other"] as const;
/** Reasons are written down in Chinese, whatever the screen speaks. */
export const passOf = (ticket: string, why: (typeof REASONS)[number], printer: string): Command => ({ type: "give_pass", ticket, reason: t(why, {}, "zh"), printer });

const KEPT = "hallqueue.notice.printer";
/** The one used last, at this desk; else the first that can print; "" without any. */
export function printerAtHand(printers: readonly PrinterChoice[]): string {
  const kept = localStorage.getItem(KEPT);
  return (printers.find(({ id }) => id === kept) ?? printers.find(({ down }) => !down) ?? printers[0])?.id ?? "";
}
export const keepPrinter = (printer: string): void => localStorage.setItem(KEPT, printer);
