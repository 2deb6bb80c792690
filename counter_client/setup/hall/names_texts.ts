// How a name that is too long for its screens, or that paper cannot show, is told so.
import { pairs } from "@web/i18n.ts";

export const t = pairs({
  on_hall: ["取号机和大屏", "kiosks and boards"],
  on_service: ["取号机", "kiosks"],
  on_queue: ["大屏和窗口屏", "boards and window displays"],
  on_counter: ["窗口屏", "window displays"],
  on_zone: ["大屏", "boards"],
  smaller: ["现在约 {width} 字：{screens}上会自动缩小。{full} 字以内用全尺寸显示。", "About {width} characters long: it is set smaller on {screens}. Up to {full} it stands in full size."],
  tiny: ["现在约 {width} 字：{screens}上字会很小，看不清。请缩短到 {legible} 字以内。", "About {width} characters long: it will be too small to read on {screens}. Keep it within {legible}."],
  no: ["小票打不出“{letters}”，会印成〓。请改用别的字，或请工程师给服务器加一种有这个字的字体。", "Slips cannot show “{letters}” and print 〓. Use other letters, or have a font that has them added to the server."],
  pictures: ["文字方式的打印机打不出“{letters}”，会印成〓。请把打印方式改为图形。", "A printer of text cannot print “{letters}” and prints 〓. Set it to print pictures."],
});
