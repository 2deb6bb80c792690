// What became of a slip and why, as a ticket's life says it; a code that has no words says nothing.
import type { Text } from "@web/wire.ts";

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
