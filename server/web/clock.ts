// The hall's time: the server's clock, wherever this screen's own clock stands.
import { signal } from "@preact/signals";

const HALL_ZONE = "Asia/Shanghai";
const two = (n: number) => String(n).padStart(2, "0");
let offset = 0;

export const serverNow = (): number => Date.now() + offset;

/** The server's time, ticking once a second. */
export const now = signal(serverNow());

export function tellTime(iso: string): void {
  offset = Date.parse(iso) - Date.now();
  if (Math.abs(now.peek() - serverNow()) > 1_000) now.value = serverNow();
}

if (typeof document !== "undefined") setInterval(() => (now.value = serverNow()), 1000);

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: HALL_ZONE, hour: "2-digit", minute: "2-digit", hour12: false });
const day = new Intl.DateTimeFormat("en-GB", { timeZone: HALL_ZONE, year: "numeric", month: "2-digit", day: "2-digit" });
const weekday = new Intl.DateTimeFormat("zh-CN", { timeZone: HALL_ZONE, weekday: "short" });
const datedEnglish = new Intl.DateTimeFormat("en-GB", { timeZone: HALL_ZONE, month: "short", day: "numeric", weekday: "short" });

/** "14:05" in hall time. */
export const clockText = (ms: number): string => clock.format(ms);

/** "2026-11-21", from a locale every browser has. */
const isoDay = (ms: number): string => day.format(ms).split("/").reverse().join("-");

/** "2026-11-21 周六" or "Sat 21 Nov". */
export const dateText = (ms: number, lang: "zh" | "en"): string =>
  lang === "zh" ? `${isoDay(ms)} ${weekday.format(ms)}` : datedEnglish.format(ms);

/** Whole minutes that have passed, as "12". */
export const minutesText = (ms: number): string => String(Math.max(0, Math.floor(ms / 60_000)));

/** "12:05" of a span in seconds; from an hour on "1:02:05". */
export function mmss(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}
