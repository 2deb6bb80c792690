// What the lobby board says, both languages at once: Chinese leads, English follows (5.0).
import { chineseAlone, fill, type Fields } from "@web/language/i18n.ts";
import type { Text } from "@web/wire.ts";

const texts = {
  calling: { zh: "正在叫号", en: "Calling" },
  recalled: { zh: "再次呼叫", en: "Calling again" },
  attend: { zh: "请留意叫号", en: "Your number will be called here" },
  recent: { zh: "最近叫号", en: "Recent calls" },
  door_code: { zh: "远程取号到店码 {code}", en: "Arrival code {code}" },
  waits: { zh: "各业务等候", en: "Waiting by business" },
  people: { zh: "人", en: "waiting" },
  soon: { zh: "很快", en: "soon" },
  about: { zh: "约 {minutes} 分钟", en: "{minutes} min" },
  unknown: { zh: "暂无预计", en: "unknown" },
  missed: { zh: "已过号，请联系引导员", en: "Missed: please see the guide" },
  suspended: { zh: "{service}暂停：{reason}", en: "{service} suspended: {reason}" },
  until: { zh: "，约 {until} 恢复", en: ", back about {until}" },
  all_well: { zh: "过号请联系引导员", en: "If you miss your number, please see the guide" },
  open_counters: { zh: "开放窗口", en: "Open counters" },
  none_open: { zh: "暂无", en: "none" },
  no_more: { zh: "停止取号", en: "No more numbers today" },
  still_called: { zh: "已取号的客户请留意叫号", en: "If you have a number, you will still be called" },
  map: { zh: "营业厅平面图", en: "Hall map" },
  counter_open: { zh: "开放", en: "open" },
  counter_paused: { zh: "暂停", en: "paused" },
  counter_closed: { zh: "关闭", en: "closed" },
  hours: { zh: "办理时间 {opens}–{closes}", en: "Hours {opens}–{closes}" },
  updating: { zh: "数据更新中", en: "Updating" },
  stale: { zh: "连接中断，信息截至 {time}", en: "Offline since {time}" },
  starting: { zh: "正在连接…", en: "Connecting…" },
  tap_for_sound: { zh: "轻触屏幕打开声音", en: "Tap to switch sound on" },
  sound: { zh: "声音设置", en: "Sound" },
  volume: { zh: "音量", en: "Volume" },
  chime: { zh: "试听", en: "Test chime" },
  close: { zh: "关闭", en: "Close" },
} satisfies Record<string, Text>;

export function say(key: keyof typeof texts, fields: Fields = {}): Text {
  const { zh, en } = texts[key];
  return { zh: fill(zh, fields), en: fill(en, fields) };
}

/** Both languages in one accessible name. */
export const both = ({ zh, en }: Text): string => (en && en !== zh && !chineseAlone.value ? `${zh} ${en}` : zh);
