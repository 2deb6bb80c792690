// How a name that is too long for its screens is told so.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";
import type { Named } from "./room.ts";

export const screens: Record<Named, Text> = {
  hall: { zh: "取号机和大屏", en: "kiosks and boards" },
  service: { zh: "取号机", en: "kiosks" },
  queue: { zh: "大屏和窗口屏", en: "boards and window displays" },
  counter: { zh: "窗口屏", en: "window displays" },
  zone: { zh: "大屏", en: "boards" },
};

export const t = table({
  zh: {
    smaller: "现在约 {width} 字：{screens}上会自动缩小。{full} 字以内用全尺寸显示。",
    tiny: "现在约 {width} 字：{screens}上字会很小，看不清。请缩短到 {legible} 字以内。",
  },
  en: {
    smaller: "About {width} characters long: it is set smaller on {screens}. Up to {full} it stands in full size.",
    tiny: "About {width} characters long: it will be too small to read on {screens}. Keep it within {legible}.",
  },
});
