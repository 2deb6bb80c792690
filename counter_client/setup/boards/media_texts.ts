// The words of the section about pictures and films.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "图片影片", en: "Media" };

export const t = table({
  zh: {
    title: "图片影片",
    lead: "没有新叫号时，大屏轮流显示这些图片和影片。有人被叫到，画面马上让给叫号；影片没有声音。",
    choose: "上传图片或影片",
    choose_hint: "PNG、JPG、WebP 图片，不超过 5 MB；MP4、WebM 影片，不超过 20 MB。可以拖到这里",
    none: "还没有图片和影片。",
    sending: "正在上传 {name}：{percent}%",
    checking: "正在检查 {name}…",
    failed: "{name}：{why}",
    name: "名称",
    name_hint: "只用来辨认，不显示在大屏上",
    seconds: "显示多久",
    seconds_unit: "秒",
    to_end: "影片放到结束",
    film: "影片",
    picture: "图片 · {seconds} 秒",
    gone: "找不到这个文件，请重新上传",
    unplayable: "浏览器放不了这个影片，请转成 H.264 的 MP4 再上传",
    too_large: "文件过大。图片不超过 5 MB，影片不超过 20 MB",
  },
  en: {
    title: "Media",
    lead: "While nobody is newly called, boards show these pictures and films in turn. A call takes the place at once; films make no sound.",
    choose: "Upload a picture or film",
    choose_hint: "PNG, JPG or WebP pictures up to 5 MB; MP4 or WebM films up to 20 MB. You may drop them here",
    none: "There are no pictures or films yet.",
    sending: "Sending {name}: {percent} %",
    checking: "Checking {name}…",
    failed: "{name}: {why}",
    name: "Name",
    name_hint: "Only to tell them apart; boards do not show it",
    seconds: "Shown for",
    seconds_unit: "s",
    to_end: "A film plays to its end",
    film: "Film",
    picture: "Picture · {seconds} s",
    gone: "This file is missing; please upload it again",
    unplayable: "A browser cannot play this film; please make it an H.264 MP4 and upload it again",
    too_large: "The file is too large. Pictures up to 5 MB, films up to 20 MB",
  },
});
