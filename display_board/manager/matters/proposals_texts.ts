// What is proposed and what it would do, in one line and one button each; what became of what was taken.
import { pairs } from "@web/language/i18n.ts";

export const t = pairs({
  title: ["建议现在做", "Worth doing now"],
  open: ["开{counter} · {profile}", "Open {counter} · {profile}"],
  switch: ["{counter}改为{profile}", "{counter}: {profile}"],
  resume: ["恢复{counter}", "Resume {counter}"],
  kept: ["{minutes} 分钟内办到的多 {n} 人", "{n} more served within {minutes} min"],
  shorter: ["人均少等 {minutes} 分钟", "{minutes} min less on average"],
  longer: ["人均多等 {minutes} 分钟", "{minutes} min more on average"],
  take: ["采纳", "Do it"],
  take_this: ["采纳：{what}，{effect}", "Do it: {what}, {effect}"],
  taken_open: ["已请班长和引导员安排人：{what}", "The leader and the guide are asked: {what}"],
  taken: ["{what}：已完成", "{what}: done"],
  before: ["采纳后的结果", "What became of them"],
  close: ["关闭", "Close"],
  by: ["{time} {by}采纳", "Taken at {time} by {by}"],
  expected: ["当时等候 {people} 人，预计 {minutes} 分钟内办到 {after} 人，不做则 {without} 人", "Of {people} waiting then, {after} expected within {minutes} min; {without} without it"],
  so_far: ["到现在办到 {n} 人，{time} 出结果", "{n} so far; known at {time}"],
  became: ["实际办到 {n} 人", "In fact {n} were"],
  left: ["{n} 人没等就走了", "{n} left before"],
} as const);
