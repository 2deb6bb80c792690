// The words of the section about zones.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "区域", en: "Zones" };

export const t = table({
  zh: {
    title: "区域",
    lead: "大厅里有名字的地方，例如“营业大厅”“客户接待区”。小票、大屏和语音会请客户到那里等候或办理。",
    add: "加一个区域",
    name: "名称",
    name_hint: "客户能在墙上看到的名称",
    brief: "{queues} 个队列 · {counters} 个窗口",
    unused: "还没有队列和窗口",
  },
  en: {
    title: "Zones",
    lead: "Parts of the hall with a name, such as “Main hall” or “Reception”. Slips, boards and the voice send customers there.",
    add: "Add a zone",
    name: "Name",
    name_hint: "As customers see it on the wall",
    brief: "queues: {queues} · counters: {counters}",
    unused: "No queue or counter yet",
  },
});
