// What the server's codes are called: alerts, their details, devices, states; an unknown one is shown plainly.
import { tx } from "@web/i18n.ts";
import type { Alert, ManagerView, Text } from "@web/wire.ts";
import { t } from "../manager_texts.ts";

const alerts: Record<string, Text> = {
  printer_down: { zh: "打印机停用", en: "Printer down" },
  printer_near_end: { zh: "打印纸将尽", en: "Paper is near its end" },
  slip_unknown: { zh: "小票不知是否打出，请问顾客", en: "A slip may not have come out: ask the customer" },
  strip_down: { zh: "条屏停用", en: "LED strip down" },
  voice_down: { zh: "语音不能播报", en: "The voice cannot speak" },
  sound_blocked: { zh: "大屏声音被浏览器禁止，请轻触大屏", en: "The board's sound is blocked: tap the board" },
  sound_failed: { zh: "放不出声音，已换别的播报", en: "Plays no sound; another speaks instead" },
  no_speaker: { zh: "没有可播报的大屏", en: "No board can speak the calls" },
  board_silent: { zh: "大屏没有回应", en: "A board does not answer" },
  clock_jumped: { zh: "服务器时间有疑问，营业厅按原来的时间继续", en: "The server's time is in doubt; the hall goes on by its own" },
  clock_unproven: { zh: "开机后时间尚未核实，暂不自动结束营业日", en: "Since its start the time is not proven; no day ends by itself" },
  service_back: { zh: "暂停的业务已到时恢复", en: "A suspended service is back as planned" },
  sent_away: { zh: "营业日结束时仍有客户，号码已失效", en: "The day ended with customers still here; their numbers are void" },
  storage_failed: { zh: "数据保存失败", en: "Storage failed" },
  guide_called: { zh: "顾客呼叫引导员", en: "A customer calls a guide" },
  gift_low: { zh: "礼品不多了", en: "Gifts are running low" },
  hall_restored: {
    zh: "营业厅已从备份恢复：备份之后取的号系统不认识，持旧小票的顾客请优先安排；号码已跳到新的一段；请核对人员和设备",
    en: "The hall came back from a backup: numbers given after it are not known here, so place customers with old slips first; the series has jumped; check people and devices",
  },
  pause_long: { zh: "窗口暂停过久", en: "A counter has paused too long" },
};

const details: Record<string, Text> = {
  paper_out: { zh: "缺纸", en: "out of paper" },
  cover_open: { zh: "上盖打开", en: "cover open" },
  offline: { zh: "离线", en: "offline" },
  no_answer: { zh: "无应答", en: "no answer" },
  cutter_jammed: { zh: "切刀卡住：关机，取出夹住的纸，再开机", en: "cutter jammed: switch off, free the paper, switch on" },
  head_hot: { zh: "打印头过热：等几分钟会自己恢复", en: "print head too hot: it goes on by itself in some minutes" },
  stuck: { zh: "卡纸或机械故障：打开上盖看看", en: "paper jam or a part stuck: look under the cover" },
  broken: { zh: "打印机故障：关机再开；仍不行请报修", en: "printer fault: switch it off and on, or call the service" },
  feeding: { zh: "有人按着走纸键", en: "somebody holds the feed key" },
  busy: { zh: "正被别的电脑占用", en: "in use by another computer" },
  blocked: { zh: "浏览器不许出声，请轻触大屏", en: "the browser allows no sound: tap the board" },
  failed: { zh: "播放失败，请查音箱和连线", en: "it could not be played: see to the loudspeaker and its cable" },
  misconfigured: { zh: "设置有误", en: "wrong settings" },
  near_end: { zh: "纸将尽", en: "paper low" },
};

const kinds: Record<string, Text> = {
  printer: { zh: "打印机", en: "Printer" },
  voice: { zh: "语音", en: "Voice" },
  kiosk: { zh: "取号机", en: "Kiosk" },
  lobby: { zh: "大屏", en: "Lobby board" },
  window: { zh: "窗口屏", en: "Window display" },
  strip: { zh: "条屏", en: "LED strip" },
  counter: { zh: "柜台屏", en: "Counter screen" },
};

const states: Record<string, Text> = {
  ok: { zh: "正常", en: "OK" },
  warn: { zh: "注意", en: "Warning" },
  down: { zh: "故障", en: "Down" },
};

const counterStates: Record<string, Text> = {
  closed: { zh: "关闭", en: "Closed" },
  open_idle: { zh: "空闲", en: "Idle" },
  calling: { zh: "叫号中", en: "Calling" },
  serving: { zh: "办理中", en: "Serving" },
  paused: { zh: "暂停", en: "Paused" },
};

/** The usual reasons, so that a manager in a hurry types nothing and English readers are not left out. */
export const reasons: readonly Text[] = [
  { zh: "系统升级", en: "System upgrade" },
  { zh: "设备故障", en: "Equipment fault" },
  { zh: "经办人员暂缺", en: "No clerk available" },
];

/** An unknown word is shown plainly rather than hidden. */
const known = (words: Record<string, Text>, word: string): string => {
  const text = words[word];
  return text ? tx(text) : word;
};

export const alertText = (alert: Alert): string => known(alerts, alert.kind);
/** Subjects that only name the one thing there is. */
const OBVIOUS = ["hall", "server", "voice"];

export function subjectText({ kind, subject }: Alert, view: ManagerView): string {
  if (kind === "sent_away") return t("people", { n: subject });
  const service = kind === "service_back" && view.services.find((one) => one.id === subject);
  if (service) return tx(service.name);
  const counter = kind === "pause_long" && view.counters.find((one) => one.id === subject);
  return counter ? tx(counter.name) : OBVIOUS.includes(subject) ? "" : subject;
}

export const alertDetail = ({ kind, detail }: Alert): string => (kind.startsWith("clock_") ? t("machine_says", { time: detail }) : detailText(detail));
export const detailText = (detail: string): string => known(details, detail);
export const kindText = (kind: string): string => known(kinds, kind);
export const stateText = (state: string): string => known(states, state);
export const counterStateText = (state: string): string => known(counterStates, state);
