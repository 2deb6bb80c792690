// What the morning's sheet says.
import { pairs } from "@web/language/i18n.ts";

export const t = pairs({
  open: ["早会单", "Morning sheet"],
  title: ["早会单：今天的客流和排班", "Morning sheet: today's customers and roster"],
  print: ["打印", "Print"],
  close: ["返回看板", "Back to the board"],
  peak_day: ["高峰日", "Peak day"],
  more: ["比平常（{usual} 人）多约 {n} 人", "about {n} more than usual ({usual})"],
  fewer: ["比平常（{usual} 人）少约 {n} 人", "about {n} fewer than usual ({usual})"],
  as_usual: ["和平常差不多（{usual} 人）", "much as usual ({usual})"],
  peak: ["最忙的半小时：{clock}，约 {expected} 人（{low}–{high}）", "The busiest half-hour: {clock}, about {expected} ({low}–{high})"],
  needs: ["最多需要 {n} 个台席：{clock} 起", "At most {n} counters are needed: from {clock}"],
  clock: ["时间", "Time"],
  expected: ["预计", "Expected"],
  between: ["大约在", "Between"],
  came: ["实际", "Came"],
  needed: ["需要台席", "Counters needed"],
  planned: ["已排台席", "Counters planned"],
  absent: ["缺勤：{names}", "Absent: {names}"],
  no_roster: ["今天还没有排班", "Nobody is planned for today yet"],
  enough: ["按预测，排的台席够用", "By the forecast there are counters enough"],
  report: ["看客流预测报表", "See the report of the forecast"],
} as const);
