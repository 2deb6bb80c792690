// The twin test of drawn.tsx: any description becomes inputs a person can use, with its fault beside it.
import assert from "node:assert/strict";
import test from "node:test";
import { signal } from "@preact/signals";
import { render } from "preact";
import type { Field, Text } from "@web/wire.ts";
import { Refusal } from "../dialogue/refusal.ts";
import { open } from "../testing/page.ts";
import { fieldAt } from "./at.ts";
import { Ask, Asks, blankItem, Known, Table, type Knows } from "./form.tsx";

const text = (zh: string, en = zh): Text => ({ zh, en });
const asked = (id: string, kind: Field["kind"], zh: string, more: Partial<Field> = {}): Field => ({
  id, kind, label: text(zh), help: text(""), unit: text(""), ends: null, letters: 120, lines: 1, choices: [], of: "", none: text(""), ordered: false,
  starts: "", source: "", elsewhere: false, required: false, pattern: "", room: null, printed: false, noun: text(""), add: text(""), empty: text(""), most: 200, fields: [], ...more,
});

const FORM = [
  asked("gifts", "table", "礼品", { noun: text("礼品"), add: text("加一种礼品"), empty: text("没有礼品"), ordered: true, fields: [
    asked("id", "text", "代号", { elsewhere: true }),
    asked("name", "words", "名称"),
    asked("cost", "money_fen", "单价", { unit: text("元"), ends: { least: 0, most: 100_000 }, starts: "100" }),
    asked("wait", "span", "等候", { none: text("同标准"), ends: { least: 0, most: 7200 } }),
    asked("zone", "choice", "区域", { of: "zones" }),
    asked("on", "tick", "启用", { help: text("当班可以换") }),
  ] }),
];

const items = signal<readonly unknown[]>([]);
const faults = signal<Record<string, Text>>({});
const knows: Knows = {
  fieldAt: (where) => fieldAt(FORM, where),
  problemAt: (where) => faults.value[where] ?? null,
  problemOf: () => null,
  optionsOf: () => [{ value: "main", label: text("大厅") }, { value: "east", label: text("东区") }],
  nameOf: (_, id) => (id === "main" ? "大厅" : id),
};

const Page = () => (
  <Known.Provider value={knows}>
    <Table where="gifts" items={items.value} onChange={(next) => (items.value = next)} brief={["cost", "zone", "on"] as never} />
  </Known.Provider>
);

const shown = async (things: readonly unknown[] = []) => {
  items.value = things;
  faults.value = {};
  return open(async () => render(<Page />, document.getElementById("app")!), { url: "/setup/" });
};
const words = () => document.body.textContent!.replace(/\s+/g, " ");
const PEN = { id: "pen", name: text("笔", "Pen"), cost: 250, wait: 0, zone: "east", on: true };

test("an empty table says so, and what is added begins with what is usual", async () => {
  const page = await shown();
  assert.ok(words().includes("没有礼品"));
  await page.tap(/加一种礼品/);
  assert.deepEqual(items.value, [{ id: "gift1", name: text(""), cost: 100, wait: 0, zone: "main", on: false }]);
  assert.deepEqual(blankItem(FORM[0]!, knows.optionsOf, "x"), { ...(items.value[0] as object), id: "x" });
});

test("a row is called by its name and says in short what it is like", async () => {
  await shown([PEN]);
  assert.ok(words().includes("笔 2.50 元 · east · 启用"), words());
});

test("money is typed in yuan, a time as minutes or by its name, and both ends are told", async () => {
  const page = await shown([PEN]);
  await page.tap(/笔/);
  assert.ok(words().includes("可填 0.00 元 至 1000.00 元"), words());
  await page.type("label:单价", "3.2");
  assert.equal((items.value[0] as typeof PEN).cost, 320);
  await page.tap(/同标准/, "label.switch");
  assert.ok((items.value[0] as typeof PEN).wait > 0);
});

test("a fault stands beside its field and opens the row it is in", async () => {
  const page = await shown([PEN]);
  faults.value = { "gifts[0].cost": text("太贵"), "gifts[0]": text("太贵") };
  await page.passes(1);
  const field = document.querySelector('[data-where="gifts[0].cost"]')!;
  assert.ok(field.textContent!.includes("太贵"));
  assert.equal(field.querySelector("input")!.getAttribute("aria-invalid"), "true");
});

test("an input of one's own may be left out", async () => {
  await open(async () => render(<Known.Provider value={knows}><Ask where="gifts[0].cost" value={100} onChange={() => undefined}>{false}</Ask></Known.Provider>, document.getElementById("app")!), {});
  assert.ok(document.querySelector("input"));
});

test("only what is asked is drawn, in the order that is asked for", async () => {
  await open(async () => render(<Known.Provider value={knows}><Asks where="gifts[0]" item={PEN} set={() => undefined} only={["on", "name"]} /></Known.Provider>, document.getElementById("app")!), {});
  const labels = Array.from(document.querySelectorAll(".field > label:not(.switch)")).map((label) => label.textContent);
  assert.deepEqual(labels, ["启用", "名称"]);
});

const SHOP = [
  asked("shop", "table", "业务", { add: text("加"), fields: [
    asked("name", "words", "名称"),
    asked("guide", "part", "办事指南", { fields: [
      asked("papers", "table", "样图", { add: text("加一张样图"), starts: "[]", fields: [asked("name", "words", "叫什么"), asked("file", "picture", "图片")] }),
      asked("booked", "tick", "可以预约", { starts: "false" }),
    ] }),
  ] }),
];
const FILE = `${"a".repeat(64)}.png`;

test("a part with lists of its own is folded under its name, says what is filled in, and opens for a fault", async () => {
  const value = signal<unknown>({ papers: [{ name: text("身份证"), file: FILE }], booked: false });
  const with_: Knows = { ...knows, fieldAt: (where) => fieldAt(SHOP, where), bring: async () => "b.png" };
  faults.value = {};
  const page = await open(async () => render(<Known.Provider value={with_}><Ask where="shop[0].guide" value={value.value} onChange={(next) => (value.value = next)} /></Known.Provider>, document.getElementById("app")!), {});
  assert.ok(words().includes("办事指南 样图"), words());
  assert.ok(!words().includes("加一张样图"));
  faults.value = { "shop[0].guide": text("有错") };
  await page.passes(0);
  render(<Known.Provider value={{ ...with_ }}><Ask where="shop[0].guide" value={value.value} onChange={(next) => (value.value = next)} /></Known.Provider>, document.getElementById("app")!);
  assert.ok(words().includes("加一张样图"));
});

test("a picture is seen, exchanged and taken away where it is asked for", async () => {
  const value = signal(FILE);
  const with_: Knows = { ...knows, fieldAt: () => asked("file", "picture", "图片"), bring: async () => "b.png" };
  const Picture = () => <Known.Provider value={with_}><Ask where="file" value={value.value} onChange={(next) => (value.value = next)} /></Known.Provider>;
  const page = await open(async () => render(<Picture />, document.getElementById("app")!), {});
  assert.equal(document.querySelector("img")!.getAttribute("src"), `/media/${FILE}`);
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  Object.defineProperty(input, "files", { value: [new File(["x"], "x.png")] });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await page.passes(0);
  await page.type("input[type=file]", "");
  assert.equal(value.value, "b.png");
  await page.tap("去掉图片");
  assert.equal(value.value, "");
});

test("a document is opened, exchanged and taken away where it is asked for, and why it was refused stays there", async () => {
  const value = signal("");
  const file = `${"c".repeat(64)}.pdf`;
  const answers = [() => Promise.reject(new Refusal("document_locked", text("请去掉密码"))), () => Promise.resolve(file)];
  const with_: Knows = { ...knows, fieldAt: () => asked("document", "document", "PDF 文件"), bringDocument: () => answers.shift()!() };
  const Document = () => <Known.Provider value={with_}><Ask where="document" value={value.value} onChange={(next) => (value.value = next)} /></Known.Provider>;
  const page = await open(async () => render(<Document />, document.getElementById("app")!), {});
  const brings = async () => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
    Object.defineProperty(input, "files", { value: [new File(["x"], "x.pdf")], configurable: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await page.passes(1);
  };
  await brings();
  assert.deepEqual([value.value, page.reads("[role=alert]")], ["", "请去掉密码"]);
  await brings();
  assert.equal(document.querySelector("[role=alert]"), null);
  assert.equal(document.querySelector("a")!.getAttribute("href"), `/documents/${file}`);
  await page.tap("去掉 PDF");
  assert.equal(value.value, "");
});

test("in Chinese alone a name is asked for once, and its English of before goes with the words it was for", async () => {
  const value = signal<{ zh: string; en: string }>({ zh: "缴费", en: "Payment" });
  const alone = signal(true);
  const Name = () => <Known.Provider value={{ ...knows, inChinese: () => alone.value }}><Ask where="gifts[0].name" value={value.value} onChange={(next) => (value.value = next as typeof value.value)} /></Known.Provider>;
  const page = await open(async () => render(<Name />, document.getElementById("app")!), {});
  const inputs = () => Array.from(document.querySelectorAll<HTMLInputElement>(".pair input"));
  const type = async (input: HTMLInputElement, words: string) => {
    input.value = words;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await page.passes(0);
  };
  assert.deepEqual(inputs().map((input) => input.lang), ["zh-CN"]);
  assert.equal(document.querySelector(".pair-tag"), null);
  alone.value = false;
  await page.passes(0);
  assert.deepEqual(inputs().map((input) => input.value), ["缴费", "Payment"]); // nobody has changed anything
  alone.value = true;
  await page.passes(0);
  await type(inputs()[0]!, "报修");
  assert.deepEqual(value.value, { zh: "报修", en: "" });
});

test("what a text begins with for example stands in it until something is typed", async () => {
  const one = asked("words", "text", "试听什么", { empty: text("请A零零一号到一号窗口") });
  const Trial = () => <Known.Provider value={{ ...knows, fieldAt: () => one }}><Ask where="words" value="" onChange={() => undefined} /></Known.Provider>;
  await open(async () => render(<Trial />, document.getElementById("app")!), { url: "/setup/" });
  assert.equal(document.querySelector("input")!.placeholder, "请A零零一号到一号窗口");
});
