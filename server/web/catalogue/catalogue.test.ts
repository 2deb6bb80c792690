// What a search finds in a catalogue, and how soon.
import assert from "node:assert/strict";
import test from "node:test";
import { sampleBusiness } from "./sample_business.ts";
import { search, writtenOf } from "./catalogue.ts";

const both = (zh: string, en = zh) => ({ zh, en });
const TRANSFER = sampleBusiness("transfer", both("过户", "Change of holder"), { fee: both("手续费 5 元/户", "5 yuan") }, { conditions: [both("已结清气费", "All bills are settled")] });
const TARIFF = sampleBusiness("tariff", both("电价变更", "Tariff change"), {}, { topics: [both("峰谷电价合不合算", "Whether peak and off-peak pays")] });
const ALL = [TRANSFER, TARIFF];
const hits = (typed: string) => search(ALL, typed).map(({ business, where }) => [business.id, where?.zh ?? ""]);

test("without words all there is, in the hall's own order", () => {
  assert.deepEqual(hits("  "), [["transfer", ""], ["tariff", ""]]);
});

test("a name, a fee, a condition and a topic are found, and where it stands is told", () => {
  assert.deepEqual(hits("过户"), [["transfer", ""]]);
  assert.deepEqual(hits("5元/户"), [["transfer", "手续费 5 元/户"]]);
  assert.deepEqual(hits("结清"), [["transfer", "已结清气费"]]);
  assert.deepEqual(hits("峰谷"), [["tariff", "峰谷电价合不合算"]]);
});

test("every word has to occur, in either language and in any case", () => {
  assert.deepEqual(hits("过户 5元"), [["transfer", "手续费 5 元/户"]]);
  assert.deepEqual(hits("PEAK"), [["tariff", "峰谷电价合不合算"]]);
  assert.deepEqual(hits("过户 峰谷"), []);
});

test("whose name says it comes first", () => {
  const later = sampleBusiness("other", both("其他"), {}, { steps: [both("电价说明")] });
  assert.deepEqual(search([later, ...ALL], "电价").map(({ business }) => business.id), ["tariff", "other"]);
});

test("two words, the initials or the whole reading find it, a name before a paper", () => {
  const move = sampleBusiness("move", both("过户", "Transfer"), { materials: [both("身份证", "ID card")] });
  const gas = sampleBusiness("gas", both("挂号"), { materials: [both("公函")] });
  const hitsOf = (typed: string) => search([gas, move], typed).map(({ business, where }) => [business.id, where?.zh ?? ""]);
  assert.deepEqual(hitsOf("过户 身份证"), [["move", "身份证"]]);
  assert.deepEqual(hitsOf("guohu"), [["move", ""]]);
  assert.deepEqual(hitsOf("GH"), [["gas", ""], ["move", ""]]); // both names are read so
  assert.deepEqual(hitsOf("guoh sfz"), [["move", "身份证"]]);
  assert.deepEqual(hitsOf("gonghan"), [["gas", "公函"]]);
  assert.deepEqual(hitsOf("transfer"), [["move", ""]]);
  assert.deepEqual(hitsOf("gx"), []);
});

test("two hundred businesses with all they can say are looked through within 0.2 s", () => {
  const long = Array.from({ length: 12 }, (_, n) => both(`材料${n}`.repeat(12), "paper ".repeat(12)));
  const many = Array.from({ length: 200 }, (_, n) => sampleBusiness(`s${n}`, both(`业务${n}`), { materials: long }, { conditions: long, key_points: long, steps: long, topics: long, agent_materials: long }));
  search(many, "业");
  const before = process.cpuUsage();
  assert.equal(search(many, "材料11 没有").length, 0);
  assert.equal(search(many, "业务199").length, 1);
  assert.equal(search(many, "clx").length, 0); // read through to its end
  assert.ok(process.cpuUsage(before).user < 600_000, "three words typed");
});

test("everything that is written is looked through", () => {
  const pieces = writtenOf(sampleBusiness("s", both("名"), { note: both("注") }, { forms: [{ name: both("表"), file: "", document: "", place: both("台") }], samples: [{ name: both("样"), file: "" }] }));
  for (const word of ["名", "注", "表", "样"]) assert.ok(pieces.some(({ zh }) => zh === word), word);
});
