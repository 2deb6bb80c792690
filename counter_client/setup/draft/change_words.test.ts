// The twin test of change_words.ts and change_values.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { lang } from "../../../server/web/i18n.ts";
import type { HallConfig } from "@web/wire.ts";
import { changeLine, placeWords, type Known } from "./change_words.ts";

const text = (zh: string, en: string) => ({ zh, en });
const hall = {
  queues: [{ id: "a", name: text("缴费队", "Payments") }, { id: "b", name: text("报装队", "Installation") }],
  services: [{ id: "pay", name: text("缴费", "Pay") }],
  profiles: [{ id: "all", name: text("一柜通", "Everything") }],
  counters: [{ id: "3", name: text("3 号窗口", "Counter 3") }],
} as unknown as HallConfig;
const known: Known = { configs: [hall], figures: { max_recall: text("重呼次数", "recalls") } };
const line = (path: string, before: unknown, after: unknown) => changeLine({ path, before, after }, known);

test("a time is said in minutes, with whose and what", () => {
  assert.equal(line("services[pay].standard_seconds", 180, 270), "业务“缴费” 标准时长：3 分钟 → 4 分 30 秒");
  assert.equal(line("services[pay].mean_seconds", 0, 45), "业务“缴费” 通常时长：同标准 → 45 秒");
});

test("ids are said by name, lists by what came and went", () => {
  assert.equal(line("counters[3].profile", "none", "all"), "窗口“3 号窗口” 配置：none → 一柜通");
  assert.equal(line("profiles[all].queues", ["a"], ["a", "b"]), "窗口配置“一柜通” 叫的队列：加上 报装队");
  assert.equal(line("profiles[all].queues", ["a", "b"], ["b"]), "窗口配置“一柜通” 叫的队列：去掉 缴费队");
  assert.equal(line("queues", ["a", "b"], ["b", "a"]), "队列的顺序：报装队、缴费队");
});

test("an item that came or went is said by its own name", () => {
  assert.equal(line("services[new]", null, { id: "new", name: text("过户", "Transfer") }), "新增业务“过户”");
  assert.equal(line("counters[9]", { id: "9", name: text("9 号窗口", "Counter 9") }, null), "删除窗口“9 号窗口”");
});

test("hours, days and prices read as people write them", () => {
  assert.equal(line("hours", null, { opens: "08:30", closes: "17:00" }), "营业时间：全天营业 → 08:30–17:00");
  assert.equal(line("hours.closes", "17:00", "16:30"), "营业时间 关门：17:00 → 16:30");
  assert.equal(line("weekdays", [], [{ weekday: 6, hours: null }]), "每周例外：无 → 周六 不营业");
  assert.equal(line("special_days", [{ day: "2026-10-01", name: text("国庆节", "National Day"), hours: null }], []), "节假日与特殊日：2026-10-01 国庆节 不营业 → 无");
  assert.equal(line("gifts[pen].unit_cost_fen", 100, 150), "礼品“pen” 单价：1.00 元 → 1.50 元");
  assert.equal(line("figures.max_recall", 3, 2), "重呼次数：3 → 2");
});

test("codes, yes and no have words", () => {
  assert.equal(line("printers[p1].dots", 576, 384), "打印机“p1” 纸宽：80 毫米 → 58 毫米");
  assert.equal(line("counters[3].dedicated", false, true), "窗口“3 号窗口” 专席：否 → 是");
  assert.equal(line("remedies", true, null), "超时补救：是 → 仅重点营业厅");
});

test("a name that changed in one language only is said in that one", () => {
  assert.equal(line("name", text("营业厅", "Hall"), text("营业厅", "Gas hall")), "名称：Hall → Gas hall");
});

test("the same in English", () => {
  lang.value = "en";
  assert.equal(line("services[pay].standard_seconds", 180, 240), 'Business "Pay" standard time: 3 min → 4 min');
  assert.equal(line("profiles[all].queues", ["a"], ["b"]), 'Profile "Everything" queues called: drops Payments, adds Installation');
  lang.value = "zh";
});

test("a place named by where it stands is said with its item's name", () => {
  assert.equal(placeWords("services[0].standard_seconds", hall, known), "业务“缴费” 标准时长");
  assert.equal(placeWords("counters[0]", hall, known), "窗口“3 号窗口”");
  assert.equal(placeWords("figures.max_recall", hall, known), "重呼次数");
  assert.equal(placeWords("special_days[1].day", hall, known), "节假日与特殊日 日期");
});
