// The words of the section about the hall's map.
import { pairs } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "平面图", en: "Hall map" };

export const t = pairs({
  title: ["平面图", "Hall map"],
  lead: ["区域和窗口在大厅里的位置。大屏和小票按它指路。不必精确，看得懂就好。", "Where zones and counters lie. Boards and slips show the way by it. It need not be exact, only clear."],
  picture: ["大厅平面图，可以拖动", "Map of the hall, things can be dragged"],
  how: ["拖动区域和窗口；区域右下角的方块改大小。键盘：方向键移动，Shift 加方向键走得快，Alt 加方向键改大小。", "Drag zones and counters; the square at a zone's corner changes its size. Keys: arrows move, with Shift faster, with Alt they change the size."],
  place: ["放到图上：", "Put on the map:"],
  chosen: ["选中的", "Chosen"],
  none: ["点一下图上的区域或窗口", "Choose a zone or a counter on the map"],
  x: ["离左墙", "From the left wall"],
  y: ["离上墙", "From the upper wall"],
  width: ["宽", "Width"],
  height: ["深", "Depth"],
  take: ["从图上拿走", "Take off the map"],
  zone: ["区域 {name}", "Zone {name}"],
  counter: ["窗口 {name}", "Counter {name}"],
});
