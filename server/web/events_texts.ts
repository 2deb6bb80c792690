// The words of a timeline, and a sentence for every kind of event that can stand in one. Counters and people come by their
// names, never by their ids.
import { table } from "./i18n.ts";
import type { Text } from "./wire.ts";

export const t = table({
  zh: { time: "时间", number: "号码", happened: "经过", who: "经办", reading: "正在读取…", no_events: "没有记录", close: "关闭" },
  en: { time: "Time", number: "Number", happened: "What happened", who: "Settled by", reading: "Reading…", no_events: "Nothing on record", close: "Close" },
});

const say = (zh: string, en: string): Text => ({ zh, en });

export const sentences: Record<string, Text | undefined> = {
  TicketIssued: say("取号 {number}", "Took number {number}"),
  TicketCalled: say("{counter}叫 {number}，已等 {waited_seconds}", "{number} called to {counter} after {waited_seconds}"),
  TicketRecalled: say("第 {nth} 次重呼，{counter}", "Called again ({nth}), {counter}"),
  ServiceStarted: say("{counter}开始办理", "Service began at {counter}"),
  TicketFinished: say("办结，用时 {handling_seconds}", "Finished after {handling_seconds}"),
  TicketNoShow: say("过号，{counter}", "Did not come to {counter}"),
  TicketReturned: say("退回原位继续等候", "Back to the old place in line"),
  NoShowUndone: say("撤销过号", "No-show taken back"),
  FinishUndone: say("撤销办结", "Finish taken back"),
  TicketRequeued: say("过号恢复，重新排入", "Back in line after a missed call"),
  TicketWalkedOut: say("客户中途离开", "The customer left"),
  TicketCancelled: say("取消", "Cancelled"),
  TicketExpired: say("号码过期：{reason}", "The number expired: {reason}"),
  TicketEnded: say("系统结束：{reason}", "Ended by the system: {reason}"),
  FormStarted: say("去填单", "Went to fill in a form"),
  FormEnded: say("填单回来", "Back from the form"),
  TicketFreed: say("不再只等一个窗口，回到原队列", "No longer waits for one counter alone"),
  TicketParked: say("挂起：{kind}", "Set aside: {kind}"),
  TicketResumed: say("恢复办理，{counter}", "Taken up again at {counter}"),
  TicketWaitsAgain: say("回到队列等候", "Waits in line again"),
  TicketTransferred: say("从 {counter}转办，办理 {handling_seconds}", "Transferred from {counter} after {handling_seconds}"),
  ServiceAdded: say("加办一项业务，继续排队", "Another business was added; waits for it"),
  ServiceAddedHere: say("加办一项业务，同窗口办理", "Another business was added at the same counter"),
  CounterOpened: say("{counter}开放，{staff}", "{counter} opened by {staff}"),
  CounterClosed: say("{counter}关闭", "{counter} closed"),
  CounterPaused: say("{counter}暂停：{reason}", "{counter} paused: {reason}"),
  CounterResumed: say("{counter}恢复", "{counter} resumed"),
  ProfileChanged: say("{counter}更换业务配置", "{counter} changed its profile"),
  SlipMoved: say("小票：{state}{detail}", "Slip: {state}{detail}"),
  SlipQueued: say("打印小票", "A slip was sent to the printer"),
  CallShown: say("屏幕已显示", "Shown on a screen"),
  CallSpoken: say("语音{outcome}：{voice}", "Call {outcome}: {voice}"),
  RungReached: say("等候满 {after_seconds}：{act}", "Waited {after_seconds}: {act}"),
  TaskRaised: say("通知：{kind}", "Told: {kind}"),
  TaskTaken: say("已有人处理：{by}", "Taken by {by}"),
  TaskEnded: say("待办结束", "Task ended"),
  WaitExplained: say("已向客户解释等候", "The wait was explained"),
  WaterGiven: say("已送水", "Water was given"),
  CaseOpened: say("须补救，当时带班 {leader}", "A remedy is due; shift leader {leader}"),
  CaseOffered: say("已致歉并提供礼品，地点 {where}", "Apologised and offered, at {where}"),
  GiftGiven: say("送出礼品 {gift}", "Gift given: {gift}"),
  GiftDeclined: say("客户谢绝礼品", "The customer declined"),
  CaseMissed: say("漏补救：{reason}，带班 {leader}", "Remedy missed: {reason}, shift leader {leader}"),
  CaseWaived: say("免办：{reason}", "Waived: {reason}"),
  ScriptSkipped: say("未致歉就开始办理，{counter}", "Service began without the apology, {counter}"),
  EvaluationAsked: say("请客户评价", "The customer was asked to rate"),
  Rated: say("评价 {level} 分", "Rated {level}"),
  WaitRated: say("等候时间评价 {level} 分", "The wait was rated {level}"),
  ReasonsGiven: say("评价原因：{reasons}", "Reasons: {reasons}"),
  EvaluationClosed: say("评价结束", "The question was closed"),
};
