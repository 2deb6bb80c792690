// The words of the section about gifts.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";

export const title: Text = { zh: "补救礼品", en: "Gifts" };

export const t = table({
  zh: {
    title: "补救礼品",
    lead: "超时补救时可以送的小礼品，单价不超过 {yuan} 元。",
    add: "加一种礼品",
    none: "没有礼品，补救时只致歉",
    name: "名称",
    cost: "单价",
    yuan: "元",
    pieces: "件",
    stock: "开始时的库存",
    stock_hint: "以后每送一件自动减一",
    stock_saved: "现在的库存请在管理大屏上盘点",
    alert: "少于多少提醒",
    alert_hint: "管理大屏会标明“偏低”",
    too_dear: "超过 {yuan} 元，柜台上不能送",
    too_dear_short: "超过限额，不能送",
  },
  en: {
    title: "Gifts",
    lead: "Small things a remedy may hand over, up to {yuan} yuan each.",
    add: "Add a gift",
    none: "No gifts; a remedy is an apology only",
    name: "Name",
    cost: "Price",
    yuan: "yuan",
    pieces: "pcs",
    stock: "Stock to start with",
    stock_hint: "Each gift handed over takes one away",
    stock_saved: "Count today's stock on the manager's board",
    alert: "Warn below",
    alert_hint: "The manager's board says it is low",
    too_dear: "Above {yuan} yuan, so no counter can give it",
    too_dear_short: "above the cap",
  },
});
