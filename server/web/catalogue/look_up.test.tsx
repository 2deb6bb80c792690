// Looking a business up: a word typed, its page, a form on paper.
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact";
import { speak } from "../language/i18n.ts";
import { lacks, open, says, walk, type Page } from "../testing/page.ts";
import type { CatalogueEntry } from "../wire.ts";
import type { Customer } from "./business.tsx";
import { catalogue } from "./catalogue.ts";
import { LookUp } from "./look_up.tsx";
import { sampleBusiness } from "./sample_business.ts";

const both = (zh: string, en = zh) => ({ zh, en });
const PICTURE = `${"a".repeat(64)}.png`;
const DOCUMENT = `${"b".repeat(64)}.pdf`;

/** Each field says a word of its own, and how it is read. */
const WRITTEN: { [K in keyof CatalogueEntry]: readonly [CatalogueEntry[K], string] } = {
  incomplete: [true, "其他材料请咨询引导员"],
  conditions: [[both("条件甲")], "办理条件 条件甲"],
  agent_materials: [[both("委托人身份证复印件")], "代办要带 身份证 产权证 委托人身份证复印件"],
  enough: [1, "带齐前 1 样就先受理"],
  limit: [both("五个工作日"), "办结时限 五个工作日"],
  forms: [[{ name: both("发票遗失声明", "Lost invoice"), file: "", document: "", place: both("填单台", "the form desk") }, { name: both("过户申请表"), file: "", document: DOCUMENT, place: both("") }], "发票遗失声明（填单台） 打印 过户申请表 打开 PDF"],
  samples: [[{ name: both("样图甲"), file: PICTURE }], "样图甲"],
  key_points: [[both("关键点甲")], "要告诉客户的关键点 关键点甲"],
  steps: [[both("步骤甲")], "等候时可以先办的 步骤甲"],
  topics: [[both("话题甲")], "咨询的话题 话题甲"],
  enquiry: [true, "咨询：引导员可以答复"],
  cash: [true, "收现金"],
  booked: [true, "可以预约"],
  remote: [false, "只能到店取号"],
  due_hours: [48, "预约后 48 小时内"],
};
const entry = Object.fromEntries(Object.entries(WRITTEN).map(([name, [value]]) => [name, value])) as unknown as CatalogueEntry;
const FULL = sampleBusiness("full", both("过户", "Change of holder"), {
  queue_name: both("过户变更"), standard_seconds: 720, materials: [both("身份证"), both("产权证")], fee: both("手续费 5 元/户"), note: both("说明甲"), e_channels: [{ name: both("微信"), url: "", hint: both("在生活缴费里") }],
}, entry);
const BARE = sampleBusiness("bare", both("咨询", "Enquiries"));
const CATALOGUE = { hall: both("示范营业厅", "Model hall"), businesses: [FULL, BARE] };

walk("the catalogue", () => {
  let shut = 0;
  const shown = (service: string, answers: object = { "/api/catalogue": CATALOGUE }, of?: Customer): Promise<Page> =>
    open(async () => {
      speak("zh");
      catalogue.value = null;
      render(<LookUp service={service} of={of} onClose={() => shut++} />, document.getElementById("app")!);
    }, { answers: { ...answers } });

  test("everything that the set-up asks of a business is read there", async () => {
    await shown("full").then(async (page) => {
      says(page, ".business-page", "本人办理要带 身份证 产权证");
      lacks(page, ".business-page", "委托人"); // only what whoever comes needs (B02)
      await page.tap("代办");
      for (const [field, [, words]] of Object.entries(WRITTEN)) says(page, ".business-page", words), assert.ok(field);
      says(page, ".business-page", "手续费 5 元/户", "标准时长 12 分钟", "微信：在生活缴费里", "说明甲");
    });
    assert.equal(document.querySelector("img")!.getAttribute("src"), `/media/${PICTURE}`);
  });

  test("a company's papers stand instead of everybody's, and the number keeps who comes for it (Q38, B02)", async () => {
    const company = { ticket: "t9", segment: both("企业客户"), papers: [both("营业执照")] };
    const page = await shown("full", undefined, company);
    says(page, ".business-page", "企业客户要带 营业执照");
    lacks(page, ".business-page", "产权证");
    await page.tap("代办");
    says(await shown("full", undefined, company), ".business-page", "代办要带 营业执照 委托人身份证复印件");
    lacks(await shown("full"), ".business-page", "营业执照");
  });

  test("what is not written is not headed", async () => {
    const page = await shown("bare");
    says(page, ".business-page", "咨询", "不用带材料");
    lacks(page, ".business-page", "办理条件", "代办", "要填的表", "费用", "请咨询引导员");
  });

  test("a word finds the business, a touch opens it, and back to all", async () => {
    const page = await shown("");
    says(page, "dialog", "2 项业务");
    await page.type("[type=search]", "遗失");
    says(page, ".business-hits", "过户 发票遗失声明");
    await page.submit();
    says(page, "h3", "过户");
    await page.tap("全部业务");
    says(page, ".business-hits", "过户");
    await page.type("[type=search]", "天然气");
    says(page, "dialog", "没有找到“天然气”");
    await page.tap("关闭");
    assert.equal(shut, 1);
  });

  test("a form is on paper two taps after the business was opened", async () => {
    const page = await shown("full");
    let printed = "";
    globalThis.print = () => void (printed = page.reads(".catalogue-paper"));
    await page.tap("打印发票遗失声明");
    assert.ok(printed.startsWith("示范营业厅 发票遗失声明 办理业务 过户 姓名 证件号码 户号"), printed);
    assert.ok(document.documentElement.classList.contains("prints-a-sheet"));
    dispatchEvent(new Event("afterprint"));
    assert.equal(document.querySelector(".catalogue-paper"), null);
    assert.ok(!document.documentElement.classList.contains("prints-a-sheet"));
  });

  test("a form that lies there as a document is opened, and no sheet is made up for it (B03)", async () => {
    const page = await shown("full");
    const link = document.querySelector<HTMLAnchorElement>(".forms a")!;
    assert.deepEqual([link.getAttribute("href"), link.target, link.getAttribute("aria-label")], [`/documents/${DOCUMENT}`, "_blank", "打开 PDF 过户申请表"]);
    assert.equal(document.querySelector("[aria-label='打印过户申请表']"), null);
    lacks(page, ".forms li:first-child", "打开 PDF");
  });

  test("a picture of a paper is shown large when it is touched", async () => {
    const page = await shown("full");
    await page.tap("样图甲");
    assert.ok(document.querySelector(".samples .large"));
    await page.tap("样图甲");
    assert.ok(!document.querySelector(".samples .large"));
  });

  test("without the line it says so and asks again", async () => {
    const page = await shown("", { "/api/catalogue": () => { throw new TypeError("no line"); } });
    says(page, "dialog", "还没有取到");
    page.answers["/api/catalogue"] = CATALOGUE;
    await page.passes(6);
    says(page, "dialog", "2 项业务");
  });
});
