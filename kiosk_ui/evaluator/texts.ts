// The words of the evaluator: few, large, and the same in both languages.
import { table } from "@web/language/i18n.ts";

const zh = {
  loading: "正在连接…",
  welcome: "欢迎光临",
  staff: "工号",
  closed: "本窗口暂未开放",
  rate_me: "办理结束后，请您评价",
  rate: "请您对本次服务评价",
  rate_for: "{number} 号，您刚才办理的业务",
  rate_wait: "您对今天的等候时间满意吗？",
  level5: "非常满意",
  level4: "满意",
  level3: "一般",
  level2: "不满意",
  level1: "非常不满意",
  left: "还剩 {n} 秒",
  why: "很抱歉，请告诉我们哪里不好",
  why_hint: "可多选，也可不选",
  reason_wait: "等候",
  reason_attitude: "态度",
  reason_speed: "效率",
  reason_rules: "规定",
  reason_other: "其他",
  send: "提交",
  skip: "不说了",
  thanks: "谢谢您！",
  thanks_for: "您的话我们会认真看，祝您一切顺利",
  belongings: "请带好随身物品，请慢走",
  belongings_rain: "雨天路滑，请带好雨具和随身物品，请慢走",
};

const en: typeof zh = {
  loading: "Connecting…",
  welcome: "Welcome",
  staff: "No.",
  closed: "This counter is closed",
  rate_me: "Please rate us when we are done",
  rate: "How was our service?",
  rate_for: "Ticket {number}, the business just finished",
  rate_wait: "Are you satisfied with today’s waiting time?",
  level5: "Very satisfied",
  level4: "Satisfied",
  level3: "Neutral",
  level2: "Dissatisfied",
  level1: "Very dissatisfied",
  left: "{n} s left",
  why: "We are sorry. What was wrong?",
  why_hint: "Choose any, or none",
  reason_wait: "Waiting",
  reason_attitude: "Attitude",
  reason_speed: "Efficiency",
  reason_rules: "Rules",
  reason_other: "Other",
  send: "Send",
  skip: "Skip",
  thanks: "Thank you!",
  thanks_for: "We read every answer. All the best to you",
  belongings: "Please take all your belongings. Goodbye",
  belongings_rain: "The floor is wet. Please take your umbrella and all your belongings. Goodbye",
};

export type Word = keyof typeof zh;
export const t = table({ zh, en });
/** Reasons are journalled in Chinese, whatever language the customer reads. */
export const chinese = (word: Word): string => zh[word];
