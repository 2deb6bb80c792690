// What the codes in views and events are called: acts of the ladder, kinds of tasks, states of a case and of a slip.
// An unknown one is shown plainly; a reason that has no words is a technician's and says nothing.
import { tx } from "./i18n.ts";
import { roleName } from "./roles.ts";
import type { TaskRow, Text } from "../wire.ts";

/** "sent" is no proof: a printer that cannot answer may have had no paper. */
export const slipStates: Record<string, Text> = {
  queued: { zh: "排队打印", en: "queued" },
  held: { zh: "等打印机恢复", en: "held until the printer is back" },
  sending: { zh: "正在打印", en: "printing" },
  printed: { zh: "已打印", en: "printed" },
  sent: { zh: "已送出（未确认）", en: "sent, not confirmed" },
  unknown: { zh: "不知是否打出", en: "nobody knows whether it came out" },
  dropped: { zh: "未打印", en: "not printed" },
};

export const slipCauses: Record<string, Text> = {
  undrawable: { zh: "，小票上的文字打印不了", en: ": its words cannot be printed" },
  stale: { zh: "，等得太久", en: ": it had waited too long" },
  no_printer: { zh: "，没有可用的打印机", en: ": there is no printer" },
  restart: { zh: "，系统重新启动过", en: ": the system was restarted meanwhile" },
  paper_out: { zh: "，缺纸", en: ": out of paper" },
  cover_open: { zh: "，上盖打开", en: ": cover open" },
  cutter_jammed: { zh: "，切刀卡住", en: ": cutter jammed" },
  head_hot: { zh: "，打印头过热", en: ": print head too hot" },
  stuck: { zh: "，卡纸", en: ": paper jam" },
  broken: { zh: "，打印机故障", en: ": printer fault" },
  feeding: { zh: "，有人按着走纸键", en: ": somebody held the feed key" },
  busy: { zh: "，正被别的电脑占用", en: ": in use by another computer" },
  no_answer: { zh: "，打印机没有应答", en: ": the printer did not answer" },
  offline: { zh: "，打印机没有连接", en: ": the printer is not connected" },
  misconfigured: { zh: "，打印机设置有误", en: ": wrong settings" },
};

const acts: Record<string, Text> = {
  explain: { zh: "解释", en: "Explain" },
  pre_alert: { zh: "预警", en: "Warn" },
  remedy: { zh: "补救", en: "Remedy" },
  call_manager: { zh: "经理", en: "Manager" },
};

const tasks: Record<string, Text> = {
  explain: { zh: "向客户解释等候", en: "Explain the wait" },
  pre_alert: { zh: "快到补救时限，请调度", en: "A remedy is near: act now" },
  remedy: { zh: "补救：致歉并送礼品", en: "Remedy: apologise and give a gift" },
  call_manager: { zh: "请经理到场处理", en: "The manager is needed" },
  water: { zh: "请送水", en: "Bring water" },
  internal_work: { zh: "客户在等，窗口在办内部事务", en: "Internal work while customers wait" },
  pause_in_need: { zh: "客户在等，窗口暂停", en: "Paused while customers wait" },
  open_counter: { zh: "请安排人开台", en: "Somebody is needed to open it" },
  later_break: { zh: "请通知推迟休息", en: "Tell them to take the break later" },
  long_service: { zh: "办理时间过长，请去看看", en: "A service takes very long: go and help" },
  low_rating: { zh: "低评价，请回访", en: "A low rating: follow up" },
  umbrella_stand: { zh: "雨天：放好雨伞桶", en: "Rain: put out the umbrella stand" },
  wet_floor: { zh: "雨天：放“小心地滑”牌", en: "Rain: put out the wet-floor sign" },
  gift_low: { zh: "礼品不多了", en: "Gifts are running low" },
};

const cases: Record<string, Text> = {
  open: { zh: "待补救", en: "To do" },
  offered: { zh: "已致歉", en: "Offered" },
  given: { zh: "已送礼品", en: "Given" },
  declined: { zh: "客户谢绝", en: "Declined" },
  missed: { zh: "漏", en: "Missed" },
  waived: { zh: "免办", en: "Waived" },
};

const endings: Record<string, Text> = {
  TicketFinished: { zh: "办结时未补救", en: "served to the end without it" },
  TicketWalkedOut: { zh: "客户已离开", en: "the customer left" },
  TicketCancelled: { zh: "已作废", en: "cancelled" },
  TicketExpired: { zh: "号码失效", en: "the number expired" },
  TicketEnded: { zh: "系统结束", en: "ended by the system" },
};

/** What else stands in events, by its field. */
const codes: Record<string, Record<string, Text>> = {
  kind: {
    ...tasks,
    customer_away: { zh: "客户暂离", en: "customer away" },
    documents_held: { zh: "资料留在窗口", en: "documents held" },
    waiting_step: { zh: "等候其他环节", en: "waiting for a step" },
  },
  state: slipStates,
  outcome: {
    played: { zh: "已播报", en: "spoken" },
    blocked: { zh: "浏览器不许出声", en: "blocked by the browser" },
    failed: { zh: "没有播出", en: "not heard" },
    superseded: { zh: "不用再播", en: "no longer needed" },
  },
  voice: {
    "": { zh: "无语音", en: "no voice" },
    recorded: { zh: "本厅录音", en: "the hall's recordings" },
    neural_zh: { zh: "神经网络普通话", en: "the neural voice" },
    pyttsx3: { zh: "系统语音", en: "the system's voice" },
    "neural_zh+pyttsx3": { zh: "神经网络普通话和系统语音", en: "the neural and the system's voice" },
    "recorded+pyttsx3": { zh: "本厅录音和系统语音", en: "the hall's recordings and the system's voice" },
  },
  where: { zone: { zh: "等候区", en: "the waiting area" } },
};

const known = (words: Record<string, Text>, word: string): string => {
  const text = words[word];
  return text ? tx(text) : word;
};

/** A reason that has no words is a technician's: nothing is shown. */
export const codeText = (field: string, value: string): string =>
  field === "detail" ? tx(slipCauses[value] ?? { zh: "", en: "" }) : known(codes[field] ?? {}, value);
export const actText = (act: string): string => known(acts, act);
export const caseText = (state: string): string => known(cases, state);
export const endingText = (reason: string): string => known(endings, reason);
export const taskText = (task: Pick<TaskRow, "kind" | "at"> & { detail?: string }): string =>
  `${tx(task.at)} ${known(tasks, task.kind)}${task.kind === "later_break" && task.detail ? tx({ zh: `到 ${task.detail}`, en: `, at ${task.detail}` }) : ""}`.trim();
export const rolesText = (roles: readonly string[]): string => roles.map((role) => (role === "counter" ? roleName("clerk") : roleName(role))).join(tx({ zh: "、", en: ", " }));
