// Every word of the slips page.
import { table } from "@web/language/i18n.ts";

export const t = table({
  zh: {
    slips: "虚拟打印机",
    slipsHelp: "打印出来的小票，最新在前",
    waiting: "正在连接服务器…",
    none: "还没有打印小票",
    noneHelp: "在取号机上取一个号，小票就会出现在这里",
    slip: "小票，{time} 打印",
    home: "首页",
  },
  en: {
    slips: "Virtual printer",
    slipsHelp: "The slips that were printed, newest first",
    waiting: "Connecting to the server…",
    none: "No slip printed yet",
    noneHelp: "Take a number at the kiosk and its slip appears here",
    slip: "Slip printed at {time}",
    home: "Start page",
  },
});
