// A printer's settings in words, and the choices they are made of.
import type { PrinterConfig } from "@web/wire.ts";
import { tx } from "@web/i18n.ts";
import type { Option } from "@web/form/form.tsx";
import { setup } from "../draft/store.ts";
import { HEADS } from "./printer_trial.ts";
import { t } from "./printers_texts.ts";

type Key = Parameters<typeof t>[0];
const option = (prefix: string) => (value: string | number): Option => ({ value: String(value), label: t(`${prefix}_${value}` as Key) });

export const KINDS = ["tcp", "usb", "serial", "agent", "file", "virtual"] as const;
const HINTED = new Set<string>(KINDS);

export const kindText = (kind: string): string => (HINTED.has(kind) ? t(`kind_${kind}` as Key) : kind);
export const kindHint = (kind: string): string => (HINTED.has(kind) ? t(`hint_${kind}` as Key) : "");

export const kinds = (): Option[] => (setup.value?.choices.printer_kinds ?? []).map((kind) => ({ value: kind, label: kindText(kind) }));
export const dotsText = (dots: number): string => (dots === 576 || dots === 384 ? t(`dots_${dots}`) : t("dots_n", { n: dots }));
export const dots = (own: number): Option[] =>
  [...new Set([...HEADS, own])].sort((a, b) => b - a).map((one) => ({ value: String(one), label: dotsText(one) }));
export const modes = (): Option[] => ["raster", "text"].map(option("mode"));
export const rasters = (): Option[] => ["banded", "plain"].map(option("raster"));
export const acks = (): Option[] => ["gs_r", "none"].map(option("ack"));
export const cuts = (): Option[] => ["partial", "full", "none"].map(option("cut"));

export const printerName = (printer: PrinterConfig): string => tx(printer.name) || printer.id;

/** "网口 192.168.1.50:9100 · 80 毫米 · 图形". */
export const printerBrief = (printer: PrinterConfig): string =>
  [`${kindText(printer.kind)} ${printer.address}`.trim(), dotsText(printer.dots), printer.mode === "text" ? t("mode_text") : ""].filter(Boolean).join(" · ");
