// The words for when and where something hangs.
import { table } from "@web/i18n.ts";

export const t = table({
  zh: {
    now: "显示中",
    later: "{day} 起",
    over: "已过期",
    never: "日期前后颠倒",
    first: "从哪天起",
    first_hint: "不填：现在起",
    last: "到哪天为止",
    last_hint: "不填：一直显示；当天也算",
    places: "在哪些区域的大屏",
    places_hint: "一个都不选：所有大屏",
  },
  en: {
    now: "Shown",
    later: "From {day}",
    over: "Over",
    never: "The days are the wrong way round",
    first: "From",
    first_hint: "Empty: from now on",
    last: "Until",
    last_hint: "Empty: for good; that day counts",
    places: "On boards in these zones",
    places_hint: "None chosen: on all boards",
  },
});
