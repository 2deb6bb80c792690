// The words of the section about counter profiles.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "窗口配置", en: "Counter profiles" };

export const t = table({
  zh: {
    title: "窗口配置",
    lead: "一种配置规定窗口叫哪些队列。窗口选用其中一种，忙时可以临时换。点格子切换：叫号 → 帮忙 → 不叫。",
    profile: "配置",
    own: "叫号",
    helps: "帮忙",
    off: "不叫",
    own_means: "叫号：自己的队列",
    helps_means: "帮忙：自己的队列没人时才叫",
    off_means: "不叫",
    cell: "{profile}，{queue}：{state}",
    unnamed: "（未命名）",
    names: "名称与增减",
    add: "加一种配置",
    name: "名称",
    name_hint: "窗口屏上也会显示，例如“全业务”",
    calls_nothing: "还没有队列可叫，请在上表点选",
    no_counters: "还没有窗口选用",
    uncalled: "没有任何配置会叫：{queues}。取了这些号的客户会一直等，请至少让一种配置叫它。",
    without_counter: "有配置会叫，但没有窗口平时选用：{queues}。要靠临时换配置才叫得到。",
  },
  en: {
    title: "Counter profiles",
    lead: "A profile says which queues a counter calls. Every counter has one and can change it for a while. Tap a cell: calls → helps → neither.",
    profile: "Profile",
    own: "calls",
    helps: "helps",
    off: "neither",
    own_means: "calls: its own queue",
    helps_means: "helps: only while nobody waits in its own",
    off_means: "neither",
    cell: "{profile}, {queue}: {state}",
    unnamed: "(no name)",
    names: "Names",
    add: "Add a profile",
    name: "Name",
    name_hint: "Window displays show it, too, such as “All services”",
    calls_nothing: "Calls no queue yet; tap the table above",
    no_counters: "No counter has it",
    uncalled: "No profile calls {queues}. Customers with these numbers would wait for ever; let at least one profile call it.",
    without_counter: "A profile calls {queues}, but no counter has it by itself. Only a change of profile gets it called.",
  },
});
