// The words of the display above a counter; both languages stand there at once.
import type { Text } from "@web/wire.ts";

export const WORDS = {
  free: { zh: "空闲", en: "Free" },
  please: { zh: "请", en: "Now calling" },
  come: { zh: "到本窗口办理", en: "Please come to this counter" },
  serving: { zh: "正在办理", en: "Now serving" },
  paused: { zh: "暂停服务", en: "Temporarily closed" },
  closed: { zh: "关闭", en: "Closed" },
  instead: { zh: "请到 {counters} 号窗口", en: "Please go to counter {counters}" },
  wait: { zh: "请在等候区留意叫号", en: "Please stay and listen for your call" },
  instead_room: { zh: "请到{rooms}", en: "Please go to {rooms}" },
  dedicated: { zh: "专席", en: "Dedicated" },
  staff: { zh: "工号 {staff}", en: "Clerk {staff}" },
  updating: { zh: "数据更新中", en: "Updating" },
  stale: { zh: "数据更新中，最后更新 {time}", en: "Updating, last update {time}" },
} satisfies Record<string, Text>;

/** The journal keeps the Chinese word; what is not here is the clerk's own and stays as it is. */
const REASONS: Readonly<Record<string, string>> = {
  就餐: "Meal break",
  临时离开: "Back soon",
  内部事务: "Internal work",
  设备故障: "Device fault",
};

export const reasonText = (reason: string): Text => ({ zh: reason, en: REASONS[reason] ?? "" });

/** What stands below the big number: "3 号窗口" without its 3; a room keeps its whole name. */
export const placeText = (counter: string, name: Text): Text => ({
  zh: name.zh.replace(counter, "").trim(),
  en: name.en.replace(counter, "").trim(),
});

export const filled = (text: Text, fields: Record<string, string>): Text => {
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => fields[name] ?? "");
  return { zh: fill(text.zh), en: fill(text.en) };
};

/** "请到 1、3 号窗口、洽谈室": where the same business is done; rooms come by their names. */
export function insteadText(counters: readonly string[], rooms: readonly Text[]): Text {
  const [ids, zh, en] = [listed(counters), rooms.map((room) => room.zh).join("、"), rooms.map((room) => room.en).join(", ")];
  if (!counters.length) return { zh: filled(WORDS.instead_room, { rooms: zh }).zh, en: filled(WORDS.instead_room, { rooms: en }).en };
  return {
    zh: filled(WORDS.instead, { counters: ids.zh }).zh + (zh && `、${zh}`),
    en: filled(WORDS.instead, { counters: ids.en }).en + (en && `, ${en}`),
  };
}

/** "1、3" and "1, 3", at most `most` of them: nobody reads a long list from six metres. */
export const listed = (counters: readonly string[], most = 4): Text => ({
  zh: counters.slice(0, most).join("、"),
  en: counters.slice(0, most).join(", "),
});
