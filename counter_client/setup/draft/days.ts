// Days and moments in words.
import { clockText, hallDay } from "../../../server/web/time/clock.ts";
import { dayWords } from "../../../server/web/time/hours.ts";
import { tx } from "../../../server/web/language/i18n.ts";

/** "11月23日 周一" or "Mon 23 Nov". */
export const dayText = (day: string): string => tx(dayWords(day));

/** "2026-11-23 14:05" in hall time. */
export const momentText = (at: string): string => `${hallDay(Date.parse(at))} ${clockText(Date.parse(at))}`;
