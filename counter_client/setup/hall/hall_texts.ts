// The words of the section about the hall itself.
import { table } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";
import type { Option } from "../form/form.tsx";

export const title: Text = { zh: "基本信息", en: "Basics" };

const named = (value: string, zh: string, en: string): Option => ({ value, label: { zh, en } });

export const industries: readonly Option[] = [
  named("gas", "燃气", "Gas"),
  named("power", "供电", "Power"),
  named("water", "供水", "Water"),
  named("telecom", "通信", "Telecom"),
  named("other", "其他", "Other"),
];

export const timezones: readonly Option[] = [
  named("Asia/Shanghai", "北京时间", "Beijing time"),
  named("Asia/Urumqi", "新疆时间（乌鲁木齐）", "Xinjiang time (Ürümqi)"),
  named("Asia/Hong_Kong", "香港时间", "Hong Kong time"),
  named("Asia/Macau", "澳门时间", "Macau time"),
  named("Asia/Taipei", "台北时间", "Taipei time"),
  named("Asia/Singapore", "新加坡时间", "Singapore time"),
];

export const t = table({
  zh: {
    title: "基本信息",
    lead: "客户在取号机、小票和大屏上看到的名称和电话，以及全厅的基本规则。",
    name: "营业厅名称",
    name_hint: "印在小票上、显示在取号机和大屏上",
    phone: "咨询电话",
    phone_hint: "印在小票上；留空就不印",
    industry: "行业",
    key_hall: "重点营业厅",
    key_hall_hint: "等候重点治理的营业厅。超时补救如设为“仅重点厅”，只有这里打开才执行。",
    timezone: "时区",
    timezone_hint: "开门、关门和每日号码都按这个时间",
    routing: "叫号规则",
    fair_hint: "先来先叫；优先客户提前一段时间，但不能连续插队太多",
    oldest_hint: "只看谁等得最久，不分优先",
  },
  en: {
    title: "Basics",
    lead: "The name and telephone number customers see at the kiosk, on slips and boards, and the hall's basic rules.",
    name: "Name of the hall",
    name_hint: "Printed on slips, shown at kiosks and on boards",
    phone: "Telephone",
    phone_hint: "Printed on slips; left empty it is not printed",
    industry: "Industry",
    key_hall: "Key hall",
    key_hall_hint: "A hall whose waits are watched closely. Remedies set to “key halls only” are given only when this is on.",
    timezone: "Time zone",
    timezone_hint: "Opening, closing and each day's numbers go by this clock",
    routing: "Calling rule",
    fair_hint: "First come, first called; priority customers get a head start, but only so many in a row",
    oldest_hint: "Only who has waited longest counts, with no priority",
  },
});
