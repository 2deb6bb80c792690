// Dates and seconds as the boards show them, in hall time whatever the machine's locale is.
const ZONE = "Asia/Shanghai";
const day = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });
const week = {
  zh: new Intl.DateTimeFormat("zh-CN", { timeZone: ZONE, weekday: "short" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, weekday: "short" }),
};
const seconds = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

/** `2024-07-10 周三`, put together by parts because browsers changed their minds about whole dates. */
export function dayText(ms: number, lang: "zh" | "en" = "zh"): string {
  const part = (type: string) => day.formatToParts(ms).find((found) => found.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${week[lang].format(ms)}`;
}

/** `10:05:32` */
export const secondsText = (ms: number): string => seconds.format(ms);
