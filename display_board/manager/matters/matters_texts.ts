// What is wrong and what to do, in one sentence and one button each.
import { pairs } from "@web/language/i18n.ts";

export const t = pairs({
  title: ["现在要做", "Do now"],
  all_well: ["一切正常，现在没有要处理的事", "All is well; nothing needs you now"],
  close: ["关闭", "Close"],
  more: ["还有 {n} 件", "{n} more"],
  owed: ["{number} 等候超时，须补救", "{number} has waited too long: a remedy is due"],
  owed_many: ["{n} 位客户须补救，最早是 {number}", "{n} customers are owed a remedy, {number} first"],
  see: ["去处理 {number}", "See to {number}"],
  see_cases: ["看补救名单", "See who"],
  unserved: ["{letter} {name}有 {n} 人等候，没有窗口办理", "{n} wait for {letter} {name} and no counter serves it"],
  slow: ["{letter} {name} {n} 人等候，最久 {time}", "{n} wait for {letter} {name}, the longest {time}"],
  open: ["；可请人到{counter}开台", "; somebody could open {counter}"],
  also: ["{counter}改为{profile}", "{counter}: {profile}"],
  idle: ["{counter}空闲 {minutes} 分钟，有 {n} 人在等", "{counter} idle for {minutes} min while {n} wait for it"],
  idle_do: ["替{counter}叫 {number}", "Call {number} to {counter}"],
  calling: ["{counter}叫 {number} 已 {minutes} 分钟，还没开始办理", "{counter} has called {number} for {minutes} min"],
  calling_do: ["{number} 作过号", "Mark {number} missed"],
  paused: ["{counter}暂停 {minutes} 分钟（{reason}），{n} 人在等", "{counter} paused for {minutes} min ({reason}) while {n} wait"],
  paused_do: ["恢复{counter}", "Resume {counter}"],
  risk: ["{number} 还有 {time} 就要补救", "{number} is {time} from a remedy"],
  risk_many: ["{n} 人快到补救时限，{number} 还有 {time}", "{n} near a remedy, {number} in {time}"],
  risk_why: ["快到补救时限，优先叫号", "Close to the over-wait limit"],
  call_to: ["先叫 {number} 到{counter}", "Call {number} to {counter}"],
  mine: ["我来处理", "I see to it"],
  gap: ["{begins}–{ends} 缺 {lacking} 台席", "{begins}–{ends}: {lacking} counters short"],
  gap_one: ["{begins}–{ends} 缺 1 台席", "{begins}–{ends}: 1 counter short"],
  gap_more: ["，另有 {more} 段也缺", ", and {more} more spans"],
  absent: ["（{names}缺勤）", " ({names} absent)"],
  see_roster: ["看排班", "See the roster"],
  late: ["{counter}应在 {time} 开，还没有开（{person}）", "{counter} was to open at {time} and has not ({person})"],
  no_leader: ["没有人带班，超时没有人收到提醒", "Nobody leads the shift: over-waits reach no one"],
  lead: ["我带班", "I lead"],
  done: ["{what}：已完成", "{what}: done"],
} as const);

/** A reason is written down in Chinese, whatever the board speaks. */
export const chinese = (key: "risk_why"): string => t(key, {}, "zh");
