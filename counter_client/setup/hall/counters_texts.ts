// The words of the section about counters.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "窗口", en: "Counters" };

export const t = table({
  zh: {
    title: "窗口",
    lead: "大厅里的每个窗口，连同平时选用的配置。新加的窗口照着最后一个普通窗口来，改一下就好。",
    add_one: "加 1 个窗口",
    add_three: "加 3 个窗口",
    number: "指定窗口号",
    number_hint: "窗口号定了就不再改：语音、柜台和记录都按它认窗口",
    add_this: "加这个窗口",
    number_form: "请填数字或字母，例如 7",
    number_taken: "这个窗口号已经有了",
    profile: "平时的配置",
    profile_hint: "开窗口时先用它，当班可以换",
    zone: "在哪个区域",
    name: "名称",
    name_hint: "窗口号 {id}",
    floating: "流动窗口",
    floating_hint: "用平板，哪里需要就在哪里开",
    dedicated: "专席",
    dedicated_hint: "窗口屏上标明“专席”",
    room: "单独房间",
    room_hint: "有门的房间，叫号时说它的名称",
  },
  en: {
    title: "Counters",
    lead: "Every counter of the hall with the profile it usually has. New ones are like the last ordinary one; change what differs.",
    add_one: "Add a counter",
    add_three: "Add 3 counters",
    number: "A number of your own",
    number_hint: "It stays: the voice, the desks and the record know the counter by it",
    add_this: "Add this counter",
    number_form: "Figures or letters, such as 7",
    number_taken: "There is a counter with this number",
    profile: "Usual profile",
    profile_hint: "It opens with this; the shift can change it",
    zone: "Zone",
    name: "Name",
    name_hint: "Counter number {id}",
    floating: "Floating",
    floating_hint: "Opened on a tablet wherever it is needed",
    dedicated: "Dedicated",
    dedicated_hint: "Its window display says so",
    room: "Room",
    room_hint: "A room with a door, called by its name",
  },
});
