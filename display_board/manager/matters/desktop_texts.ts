// The switch for desktop notices in both languages.
import { pairs } from "@web/language/i18n.ts";

export const t = pairs({
  on: ["桌面通知：开", "Notices: on"],
  off: ["桌面通知：关", "Notices: off"],
  now_on: ["已打开：看板不在眼前时，最要紧的新事会弹出桌面通知", "On: the worst new thing is told on the desktop while the board is out of sight"],
  now_off: ["已关闭桌面通知", "Desktop notices are off"],
  denied: ["浏览器没有允许通知：请在地址栏左侧的网站设置里允许", "The browser does not allow notices: allow them in the site's settings beside the address"],
  impossible: ["浏览器只在本机或 https 地址上允许桌面通知", "The browser allows notices only on this machine or over https"],
} as const);
