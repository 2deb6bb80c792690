// The words of the section about the hall's map.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "平面图", en: "Hall map" };

export const t = table({
  zh: {
    title: "平面图",
    lead: "区域和窗口在大厅里的位置。大屏和小票按它指路。不必精确，看得懂就好。",
    picture: "大厅平面图，可以拖动",
    how: "拖动区域和窗口；区域右下角的方块改大小。键盘：方向键移动，Shift 加方向键走得快，Alt 加方向键改大小。",
    place: "放到图上：",
    chosen: "选中的",
    none: "点一下图上的区域或窗口",
    x: "离左墙",
    y: "离上墙",
    width: "宽",
    height: "深",
    take: "从图上拿走",
    zone: "区域 {name}",
    counter: "窗口 {name}",
    size: "改变大小",
  },
  en: {
    title: "Hall map",
    lead: "Where zones and counters lie. Boards and slips show the way by it. It need not be exact, only clear.",
    picture: "Map of the hall, things can be dragged",
    how: "Drag zones and counters; the square at a zone's corner changes its size. Keys: arrows move, with Shift faster, with Alt they change the size.",
    place: "Put on the map:",
    chosen: "Chosen",
    none: "Choose a zone or a counter on the map",
    x: "From the left wall",
    y: "From the upper wall",
    width: "Width",
    height: "Depth",
    take: "Take off the map",
    zone: "Zone {name}",
    counter: "Counter {name}",
    size: "Change the size",
  },
});
