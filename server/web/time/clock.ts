// The hall's time: the server's clock, wherever this screen's own clock stands.
import { signal } from "@preact/signals";

/** Where the hall stands; the server says it with the page and in every beat. A hall that is not set up has none. */
export const hallZone = signal((typeof document !== "undefined" && document.documentElement.dataset.zone) || "Asia/Shanghai");

const two = (n: number) => String(n).padStart(2, "0");
let offset = 0;

export const serverNow = (): number => Date.now() + offset;

/** The server's time, ticking once a second. */
export const now = signal(serverNow());

/** What this screen's own clock said then, as the hall's. */
export const hallTimeOf = (ms: number): number => ms + offset;

export function tellTime(iso: string): void {
  offset = Date.parse(iso) - Date.now();
  if (Math.abs(now.peek() - serverNow()) > 1_000) now.value = serverNow();
}

if (typeof document !== "undefined") setInterval(() => (now.value = serverNow()), 1000);

/** A way of writing a moment in the hall's zone, or in the one that is named. */
function inHallTime(locale: string, how: Intl.DateTimeFormatOptions): (ms: number, zone?: string) => Record<string, string> {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (ms, zone = hallZone.value) => {
    let format = made.get(zone);
    if (!format) made.set(zone, (format = new Intl.DateTimeFormat(locale, { ...how, timeZone: zone })));
    // By parts, because browsers changed their minds about whole dates.
    return Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  };
}

const DIGITS = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const clock = inHallTime("en-GB", DIGITS);
const day = inHallTime("en-GB", { year: "numeric", month: "2-digit", day: "2-digit" });
const weekday = { zh: inHallTime("zh-CN", { weekday: "short" }), en: inHallTime("en-GB", { weekday: "short" }) };
const month = inHallTime("en-GB", { month: "short", day: "numeric" });

/** "14:05" in hall time. */
export function clockText(ms: number): string {
  const { hour, minute } = clock(ms);
  return `${hour}:${minute}`;
}

/** "14:05:32" */
export const secondsText = (ms: number): string => `${clockText(ms)}:${clock(ms).second}`;

/** "2026-11-21": the date on the hall's wall, or in the zone that is named. */
export function hallDay(ms: number, zone?: string): string {
  const { year, month: nth, day: date } = day(ms, zone);
  return `${year}-${nth}-${date}`;
}

/** "2026-11-21 周六", or "2026-11-21 Sat" */
export const dayText = (ms: number, lang: "zh" | "en" = "zh"): string => `${hallDay(ms)} ${weekday[lang](ms).weekday}`;

/** "2026-11-21 周六" or "Sat 21 Nov". */
export function dateText(ms: number, lang: "zh" | "en"): string {
  if (lang === "zh") return dayText(ms);
  const { month: name, day: date } = month(ms);
  return `${weekday.en(ms).weekday} ${date} ${name}`;
}

/** "07-10 10:22" */
export const momentText = (ms: number): string => `${hallDay(ms).slice(5)} ${clockText(ms)}`;

/** Whole minutes that have passed, as "12". */
export const minutesText = (ms: number): string => String(Math.max(0, Math.floor(ms / 60_000)));

/** "12:05" of a span in seconds; from an hour on "1:02:05". */
export function mmss(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}
