// Why no number can be taken now and when again, in both languages; kiosk and board say the same.
import type { DayOpen, HoursView, Text } from "../wire.ts";

export interface HoursWords {
  title: Text;
  help: Text;
}

const NOTHING: Text = { zh: "", en: "" };
const ZH_WEEK = ["日", "一", "二", "三", "四", "五", "六"];
const EN_WEEK = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const EN_MONTH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "10月8日 周四" and "Thu 8 Oct", of a plain date without a clock. */
export function dayWords(day: string): Text {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const week = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  return { zh: `${month}月${date}日 周${ZH_WEEK[week]}`, en: `${EN_WEEK[week]} ${date} ${EN_MONTH[month - 1]}` };
}

/** "周三" and "Wed"; 1 is Monday, 7 is Sunday, as the server counts. */
export const weekdayWords = (weekday: number): Text => ({ zh: `周${ZH_WEEK[weekday % 7]}`, en: EN_WEEK[weekday % 7]! });

/** The hours of one day that it opens at all. */
export function spanWords({ opens, closes }: Pick<DayOpen, "opens" | "closes">): Text {
  if (opens === "00:00" && closes === "24:00") return { zh: "全天开放", en: "Open all day" };
  return { zh: `${opens}–${closes}`, en: `${opens}–${closes}` };
}

/** Null while the hall is open. */
export function hoursWords(hours: HoursView): HoursWords | null {
  const { opens, closes, reopens, name } = hours;
  switch (hours.state) {
    case "open":
      return null;
    case "not_yet_open":
      return {
        title: { zh: `${opens} 开门`, en: `Opens at ${opens}` },
        help: { zh: `今日办理时间 ${opens}–${closes}`, en: `Open today ${opens}–${closes}` },
      };
    case "lunch":
      return {
        title: { zh: "午间休息", en: "Lunch break" },
        help: { zh: `${reopens} 恢复取号`, en: `Numbers again from ${reopens}` },
      };
    case "holiday":
      return {
        title: { zh: name.zh ? `今日休息：${name.zh}` : "今日休息", en: name.en ? `Closed today: ${name.en}` : "Closed today" },
        help: nextWords(hours),
      };
    default:
      return { title: { zh: "今日办理已结束", en: "Closed for today" }, help: nextWords(hours) };
  }
}

/** "10月8日 周四 08:30 开门"; nothing for a hall that is shut for longer than it can say. */
function nextWords({ next_day, next_opens }: HoursView): Text {
  if (!next_day) return NOTHING;
  const day = dayWords(next_day);
  return { zh: `${day.zh} ${next_opens} 开门`, en: `Opens ${day.en}, ${next_opens}` };
}
