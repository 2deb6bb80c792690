// Differences with their intervals, and single figures, in words.
import type { Estimate } from "./effect_sheet.ts";

/** A minus sign as it is printed, and a plus where a difference is meant. */
const signed = (value: number, places: number): string => {
  const text = Math.abs(value).toFixed(places);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
};

/** "+17 [−8, +46]"; never the figure without its interval. */
export const estimateText = ({ value, low, high }: Estimate, places = 2): string =>
  `${signed(value, places)} [${signed(low, places)}, ${signed(high, places)}]`;

export const figureText = (value: number | null): string =>
  value === null ? "–" : Number.isInteger(value) ? String(value) : value.toFixed(2);
