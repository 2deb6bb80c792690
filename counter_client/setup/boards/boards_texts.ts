// The words around the boards' plain sections; those of their fields come from the server.
import { pairs } from "@web/language/i18n.ts";

export const t = pairs({
  now: ["显示中", "Shown"],
  later: ["{day} 起", "From {day}"],
  over: ["已过期", "Over"],
  never: ["日期前后颠倒", "The days are the wrong way round"],
  look: ["打开大屏", "Open the board"],
  every: ["所有大屏", "every board"],
  no_map: ["还没有画平面图，请到“平面图”里画", "There is no map yet; draw it under “Hall map”"],
  preview: ["预览：{name}", "Preview of {name}"],
  calls: ["叫号", "Calls"],
  waits: ["等候", "Waits"],
  media: ["图片影片", "Media"],
  map: ["平面图", "Map"],
  notices: ["过号 · 通知", "Missed · notices"],
  whole: ["全大厅", "The whole hall"],
  try: ["试一下", "Try it"],
  try_text: ["测试 A037→3号窗口", "测试 A037→3号窗口"],
  trying: ["正在发送…", "Sending…"],
  shown: ["已发送，请看条屏。半分钟内恢复平时的字", "Sent; look at the strip. Its usual words come back within half a minute"],
  held: ["没有发出去：{why}", "Not sent: {why}"],
  offline: ["连接不上这个地址", "nothing answers at this address"],
  no_answer: ["连接上了，但没有收下", "it answered, but did not take the text"],
});
