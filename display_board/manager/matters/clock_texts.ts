// The words for settling the hall's clock.
import { table } from "@web/language/i18n.ts";

export const t = table({
  zh: {
    settle: "采用服务器时间",
    title: "核实服务器时间",
    hall_says: "营业厅现在的时间：{time}",
    happens: "确认后，营业厅改用服务器现在的时间：已取的号码继续有效，等候时长保持不变，今天已发的号码不会重复。",
    if_wrong: "如果服务器的时间不对，请不要确认，先把服务器的时间调准，营业厅会自动恢复。",
    again: "再点一次，采用服务器时间",
    done: "已采用服务器时间",
    cancel: "取消",
  },
  en: {
    settle: "Use the server's time",
    title: "Check the server's time",
    hall_says: "The hall's time now: {time}",
    happens: "The hall will go on from the server's present time: numbers stay good, waits stay what they are, and no number of today comes twice.",
    if_wrong: "If the server's time is wrong, do not confirm: put the server's clock right, and the hall follows by itself.",
    again: "Tap again to use the server's time",
    done: "The hall goes by the server's time",
    cancel: "Cancel",
  },
});
