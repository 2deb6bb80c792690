// The line of the day: what was forecast, what came, how true the told waits were.
import { pairs } from "@web/language/i18n.ts";

export const t = pairs({
  today: ["今天的客流和预计准确度", "Today's customers and how true the waits were"],
  promised: ["按最后一次告知的时间叫到", "Called within the time told last"],
  share: ["{percent} %（{k}/{n}）", "{percent} % ({k}/{n})"],
  counted: ["{k}/{n}", "{k}/{n}"],
  none: ["暂无", "none yet"],
  expected: ["今天预计来 {expected} 人（{low}–{high}）", "{expected} customers expected today ({low}–{high})"],
  came: ["来了 {came} 人", "{came} came"],
  came_so_far: ["已来 {came} 人，照此全天约 {updated} 人", "{came} so far, about {updated} at this pace"],
} as const);
