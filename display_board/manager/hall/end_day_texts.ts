// The words for ending the day of business.
import { table } from "@web/language/i18n.ts";

export const t = table({
  zh: {
    end: "结束营业日",
    title: "结束今天的营业",
    ends: "还有 {waiting} 位在等候，{open} 个窗口开着。等候的号码会作废，窗口会全部关闭。",
    ends_quiet: "没有人在等候。开着的窗口会全部关闭，之后的号码从头编起。",
    reason: "原因",
    again: "再点一次，结束营业日",
    done: "今天的营业已结束",
    cancel: "取消",
    usual: "正常下班",
    power: "停电",
    system: "系统故障",
    weather: "恶劣天气",
  },
  en: {
    end: "End the day",
    title: "End today's business",
    ends: "{waiting} are waiting and {open} counters are open. Waiting numbers end, and every counter closes.",
    ends_quiet: "Nobody is waiting. Open counters close, and numbers begin anew.",
    reason: "Reason",
    again: "Tap again to end the day",
    done: "Today's business is over",
    cancel: "Cancel",
    usual: "Closing time",
    power: "Power cut",
    system: "System fault",
    weather: "Bad weather",
  },
});
