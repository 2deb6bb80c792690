// What the sheet for a hall without its server says.
import { table } from "@web/language/i18n.ts";

export const t = table({
  zh: {
    open: "打印清单",
    title: "停机应急排队清单",
    print: "打印",
    close: "返回看板",
    as_of: "数据截至 {day} {time}",
    how: "从上到下叫号，办完打勾；新来的顾客写在后面，用手写号“补1、补2…”。恢复后请引导员取号，理由选“返回优先”。",
    since: "取号",
    done: "办完",
    more: "另有 {n} 人没有列出：技术人员可在主机上运行 hallqueue sheet 打印全部",
  },
  en: {
    open: "Print the list",
    title: "The queue on paper",
    print: "Print",
    close: "Back to the board",
    as_of: "As of {day} {time}",
    how: "Call from the top and tick who is done; write who comes now below, as 补1, 补2 … Once the hall is back the guide gives them numbers with “Return pass”.",
    since: "Since",
    done: "Done",
    more: "{n} more are not listed: `hallqueue sheet` on the server's machine prints all",
  },
});
