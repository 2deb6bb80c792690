// A moment as people in the hall say it: the day and the time on its wall.
import { tx } from "../language/i18n.ts";
import { clockText, hallDay } from "../time/clock.ts";
import { dayWords } from "../time/hours.ts";

export function whenText(moment: string): string {
  const ms = Date.parse(moment);
  return `${tx(dayWords(hallDay(ms)))} ${clockText(ms)}`;
}
