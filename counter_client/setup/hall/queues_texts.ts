// The words of the section about queues and their letters.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "队列与字母", en: "Queues and letters" };

export const t = table({
  zh: {
    title: "队列与字母",
    lead: "一个队列就是一条队，号码以它的字母开头，例如 A001。业务相近、由同样的窗口办理的，放在一个队列里。",
    add: "加一个队列",
    brief: "{services} 项业务 · {counters} 个窗口叫它",
    letter: "字母",
    letter_hint: "号码写作 {letter}001。只列出没被占用、不易看错听错的字母。",
    taken: "字母 {letter} 已被队列“{name}”占用，请换一个",
    called_by: "哪些配置叫它",
    called_by_hint: "只在空闲时帮忙的，在“窗口配置”里设",
    called_by_none: "至少选一种，否则这个队列没人叫",
    zone: "在哪里等候",
    zone_hint: "印在小票上",
    name: "名称",
    name_hint: "大屏和柜台上这样称呼它",
  },
  en: {
    title: "Queues and letters",
    lead: "A queue is one line of customers; its numbers begin with its letter, such as A001. Put businesses together that the same counters do.",
    add: "Add a queue",
    brief: "businesses: {services} · counters that call it: {counters}",
    letter: "Letter",
    letter_hint: "Numbers read {letter}001. Only free letters are listed that nobody mistakes by eye or ear.",
    taken: "Queue “{name}” has the letter {letter}; please take another",
    called_by: "Called by these profiles",
    called_by_hint: "Those that only help are set under “Counter profiles”",
    called_by_none: "Choose at least one, or nobody calls this queue",
    zone: "Where customers wait",
    zone_hint: "Printed on the slip",
    name: "Name",
    name_hint: "What boards and counters call it",
  },
});
