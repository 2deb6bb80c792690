import assert from "node:assert/strict";
import { test } from "node:test";
import { pictogramOf, wayPictogram } from "./pictogram.ts";

test("a business is drawn by what it is about", () => {
  const names = ["交电费", "电费发票", "更名过户", "居民新装增容", "综合咨询", "故障报修", "宠物登记"];
  assert.deepEqual(names.map(pictogramOf), ["money", "document", "swap", "plug", "question", "tools", "counter"]);
});

test("a bank and a terminal are no phones", () => {
  assert.deepEqual(["银行代扣", "自助缴费终端", "手机营业厅 App", "95598 电话", "网上营业厅"].map(wayPictogram), ["money", "screen", "phone", "bell", "phone"]);
});
