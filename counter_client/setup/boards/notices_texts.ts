// The words of the section about notices.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "通知", en: "Notices" };

export const t = table({
  zh: {
    title: "通知",
    lead: "大屏下方的一行字，几条轮流显示，每页八秒。到期自动撤下。",
    add: "写一条通知",
    none: "现在没有通知。",
    text: "内容",
    text_hint: "短句最好：一页约三十个字，长的会分成几页",
  },
  en: {
    title: "Notices",
    lead: "A line at the foot of the boards; several take turns, eight seconds a page. They go by themselves when they are over.",
    add: "Write a notice",
    none: "There are no notices now.",
    text: "Text",
    text_hint: "Short is best: about sixty letters a page, more is split into pages",
  },
});
