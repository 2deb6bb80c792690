// Days of the hall's own calendar, as "2026-11-22".
export { hallDay } from "../../../server/web/clock.ts";
export { addDays } from "./days.ts";

const chinese = new Intl.DateTimeFormat("zh-CN", { timeZone: "UTC", month: "long", day: "numeric" });
const weekday = new Intl.DateTimeFormat("zh-CN", { timeZone: "UTC", weekday: "short" });
const english = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "short", day: "numeric", weekday: "short" });

/** "11月23日 周一" or "Mon 23 Nov". */
export function dayText(day: string, lang: "zh" | "en"): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return lang === "zh" ? `${chinese.format(ms)} ${weekday.format(ms)}` : english.format(ms);
}
