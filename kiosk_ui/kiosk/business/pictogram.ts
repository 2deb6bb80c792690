// A drawing beside the words, by what the words say: for who reads slowly, or another language.
import type { IconName } from "../../../server/web/drawing/icons.tsx";

const DRAWN: readonly [RegExp, IconName][] = [
  [/咨询|查询|投诉|建议/, "question"],
  [/故障|报修|抢修|维修|校验|点火|封表|换表|检查/, "tools"],
  [/发票|账单|打印|证明|声明/, "document"],
  [/缴|交.{0,2}费|充值|付款|收费/, "money"],
  [/过户|更名|变更|迁|移机|换卡|补卡|销户|转网/, "swap"],
  [/报装|新装|增容|开户|入网|宽带|改造|接入|并网/, "plug"],
  [/企业|单位|集团|工商|大客户|贵宾|工程/, "people"],
];

export const pictogramOf = (name: string): IconName => DRAWN.find(([words]) => words.test(name))?.[1] ?? "counter";

const WAYS: readonly [RegExp, IconName][] = [
  [/银行|代扣|卡/, "money"],
  [/终端|自助|机/, "screen"],
  [/电话|热线/, "bell"],
  [/厅|网点|站/, "place"],
];

/** Of a way to do it without a queue. A phone app is a phone, whatever else its name says. */
export const wayPictogram = (name: string): IconName =>
  /手机|微信|支付宝|网上|App|小程序|公众号/i.test(name) ? "phone" : (WAYS.find(([words]) => words.test(name))?.[1] ?? "phone");
