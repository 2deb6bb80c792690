// Before the number: what is read, heard and found of a business; and ways to it from the first page.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import { sampleBusiness } from "@web/catalogue/sample_business.ts";
import type { KioskService } from "@web/wire.ts";
import { both, MOVE, service, TICKET, VIEW } from "../sample_views.ts";

walk("the kiosk before the number", () => {
  let page: Page;
  const settle = () => page.passes(1);
  const home = async () => {
    await page.view(VIEW);
    await settle();
    for (const word of ["完成", "返回"])
      if (document.querySelector(".foot") && page.reads(".foot").includes(word)) await page.tap(word, ".foot button");
    await settle();
  };
  const chooseFromHere = async () => {
    await page.tap(/触摸/, ".whole");
    await settle();
  };
  const chooseFrom = async (services: KioskService[]) => {
    await home();
    await page.view({ ...VIEW, services });
    await chooseFromHere();
  };

  before(async () => {
    page = await open(() => import("../../kiosk.tsx"), { url: "/kiosk/?place=K1", width: 1080, kept: { "hallqueue.kiosk.K1.token": "k" } });
    await page.welcome({ kind: "device", id: "d1", place: "K1" });
  });

  test("the voice reads the screen, then all that can be touched in its order, and then the number", async () => {
    await home();
    await page.tap("语音");
    await chooseFromHere();
    for (let n = 0; n < 2; n++) await page.soundEnds();
    assert.deepEqual(page.sounds.slice(-3), ["/api/speech/choose?lang=zh", "/api/speech/business/pay?lang=zh", "/api/speech/business/move?lang=zh"]);
    await page.tap(/过户/);
    await page.done({ ticket: TICKET });
    await page.soundEnds();
    assert.deepEqual(page.sounds.slice(-2), ["/api/speech/number/secret?lang=zh", "/api/speech/result?lang=zh"]);
    await page.tap("完成", ".foot button");
    await settle();
  });

  test("a row of the first page leads to that very business, on whatever page it stands", async () => {
    const many = Array.from({ length: 11 }, (_, n) => service(`s${n}`, "ABCDEFGHJKM"[n]!, `业务${n}`, `Business ${n}`, n === 6 ? { suspended: both("升级", "Upgrade") } : {}));
    await home();
    await page.view({ ...VIEW, services: many });
    await settle();
    await page.tap(/业务7/, ".waits button");
    await settle();
    says(page, "h1", "业务7");
    page.takes();
    await page.tap("取号", ".tile.strong");
    assert.equal(page.takes()[0]?.service, "s7");
    await page.done({ ticket: TICKET });
    await page.tap("完成", ".foot button");
    await settle();
    await page.tap(/业务6/, ".waits button");
    says(page, ".tiles", "业务6 Business 6 暂停办理 ：升级");
    says(page, ".foot", "2 / 2");
    await page.tap("返回", ".foot button");
    await settle();
  });

  test("papers, fee and note are read before the number: short ones on the tile, long ones on a page between", async () => {
    const short = service("own", "C", "过户", "Transfer", { materials: [both("双方身份证", "Both ID cards")], fee: both("5 元/户", "5 yuan"), note: both("请先结清电费", "Settle all bills first") });
    const long = service("new", "B", "新装", "New supply", { materials: Array.from({ length: 6 }, (_, n) => both(`产权人身份证原件及复印件${n}`, `ID card ${n}`)), fee: both("免费", "Free") });
    await chooseFrom([short, long]);
    says(page, ".tiles", "请带：双方身份证；费用：5 元/户；请先结清电费 无人等候 很快");
    lacks(page, ".tiles", "产权人");
    page.takes();
    await page.tap(/新装/);
    await settle();
    assert.deepEqual(page.takes(), []);
    says(page, ".needs", "请准备 产权人身份证原件及复印件0、", "费用 免费");
    await page.tap("取号", ".tile.strong");
    assert.equal(page.takes()[0]?.service, "new");
    await page.done({ ticket: TICKET });
  });

  test("who comes for somebody else, conditions, limit and the papers themselves are known before the number", async () => {
    const service_ = service("move", "C", "过户", "Transfer", { materials: [both("双方身份证", "Both ID cards"), both("产权证", "Deeds")], fee: both("5 元/户", "5 yuan") });
    const file = `${"a".repeat(64)}.png`;
    page.answers["/api/catalogue"] = {
      hall: both("厅"),
      businesses: [
        sampleBusiness("move", both("过户"), {}, { agent_materials: [both("委托人身份证复印件")], forms: [{ name: both("过户申请表"), file: "", document: "", place: both("填单台") }, { name: both("没说在哪"), file: "", document: "", place: both("") }], conditions: [both("已结清气费")], limit: both("当场办结"), enough: 1, samples: [{ name: both("产权证样图"), file }, { name: both("没有图"), file: "" }] }),
        sampleBusiness("seal", both("封表、启封"), {}, { incomplete: true, conditions: [both("外出三个月以上")] }),
      ],
    };
    await home();
    await page.view({ ...VIEW, catalogue: "2", services: [service_, service("seal", "C", "封表、启封", "Seal")] });
    await settle();
    await chooseFromHere();
    says(page, ".tiles", "封表、启封 材料请咨询引导员；外出三个月以上");
    page.takes();
    await page.tap(/过户/);
    await settle();
    says(page, ".needs", "请准备 双方身份证、产权证（有前 1 样即可先受理）", "代办另带 委托人身份证复印件", "要填的表 过户申请表（填单台） 办理条件 已结清气费", "费用 5 元/户", "办结时限 当场办结");
    lacks(page, ".samples", "没有图");
    await page.tap("产权证样图");
    assert.equal(document.querySelector(".sample-large img")!.getAttribute("src"), `/media/${file}`);
    await page.tap("返回", "dialog .button");
    await page.view({ ...VIEW, catalogue: "2", services: [{ ...service_, e_channels: [{ name: both("微信", "WeChat"), url: "", hint: both("") }] }] });
    await page.tap("看证件样图");
    assert.equal(document.querySelectorAll(".sample-large img").length, 1);
    await page.tap("返回", "dialog .button");
    await page.tap("取号", ".tile.strong");
    assert.equal(page.takes()[0]?.service, "move");
    await page.done({ ticket: TICKET });
    page.answers["/api/catalogue"] = { hall: both("厅"), businesses: [] };
    await home();
    await page.view({ ...VIEW, catalogue: "3" });
  });

  test("a terminal of this hall that works is told of before the number, and that it was is sent with it", async () => {
    const at = { id: "m2", name: both("2 号自助终端", "Terminal 2"), zone: both("东区", "East") };
    const bill = service("pay", "A", "交费", "Payment", { terminals: [at] });
    await chooseFrom([bill]);
    page.takes();
    await page.tap(/交费/);
    await settle();
    says(page, "main", "不用排队也能办", "大厅 2 号自助终端 在东区，现在可用");
    await page.tap("仍要取号", ".tile.strong");
    assert.deepEqual([page.takes()[0]?.offered], [true]);
    await page.done({ ticket: TICKET });
    await chooseFrom([bill]);
    await page.tap(/交费/);
    await settle();
    page.takes();
    await page.tap("不取号，自己办");
    assert.deepEqual(page.takes(), [{ type: "take_other_way", service: "pay" }]);
    await page.done();
    says(page, "main", "谢谢您！“交费”这样办", "大厅 2 号自助终端");
    await home();
    await chooseFrom([{ ...bill, terminals: [] }]); // out of order since
    page.takes();
    await page.tap(/交费/);
    assert.deepEqual(page.takes(), [{ type: "issue_ticket", service: "pay", language: "zh", priority: "ordinary", priority_reason: "" }]);
    await page.done({ ticket: TICKET });
  });

  test("who the customer is can be said where the hall lets them, goes with the number, and is gone with it", async () => {
    const segments = [{ id: "company", name: both("企业客户", "a company"), papers: [] }];
    await home();
    await page.view({ ...VIEW, segments });
    await chooseFromHere();
    await page.tap("我是企业客户");
    page.takes();
    await page.tap(/过户/);
    assert.equal(page.takes()[0]?.segment, "company");
    await page.done({ ticket: TICKET });
    lacks(page, "main", "企业客户");
    await page.tap("完成", ".foot button");
    await settle();
    await chooseFromHere();
    page.takes();
    await page.tap(/过户/);
    assert.equal(page.takes()[0]?.segment, undefined);
    await page.done({ ticket: TICKET });
  });

  test("who says they are a company reads, hears and is shown the papers of companies before the number", async () => {
    const licence = { service: "move", materials: [both("营业执照", "business licence")] };
    const segments = [{ id: "company", name: both("企业客户", "a company"), papers: [licence] }];
    const moving = { ...MOVE, materials: [both("身份证")] };
    const written = sampleBusiness("move", MOVE.name, { materials: moving.materials }, { enough: 1, samples: [{ name: both("身份证样图"), file: "0".repeat(64) + ".png" }] });
    page.answers["/api/catalogue"] = { hall: both("厅"), businesses: [{ ...written, materials: moving.materials }] };
    await home();
    await page.view({ ...VIEW, services: [moving], segments, catalogue: "companies" });
    await settle();
    await chooseFromHere();
    await page.tap(/过户/);
    await settle();
    says(page, "main", "身份证", "身份证样图");
    await page.tap("返回", ".foot button");
    await settle();
    await page.tap("我是企业客户");
    says(page, ".tiles", "请带：营业执照");
    lacks(page, ".tiles", "身份证");
    page.takes();
    await page.tap(/过户/); // its tile says all of it: the number follows at once
    assert.equal(page.takes()[0]?.segment, "company");
    await page.done({ ticket: TICKET });
    await home();
    const long = { ...licence, materials: Array.from({ length: 6 }, (_, n) => both(`公司材料第${n}份（加盖公章）`, `Paper ${n}`)) };
    await page.view({ ...VIEW, services: [moving], catalogue: "companies", segments: [{ ...segments[0]!, papers: [long] }] });
    await chooseFromHere();
    await page.tap("我是企业客户");
    await page.tap(/过户/);
    await settle();
    says(page, ".needs", "公司材料第5份");
    lacks(page, "main", "身份证");
    assert.equal(document.querySelector<HTMLElement>(".ask")?.dataset.say, "/api/speech/before/move?segment=company");
    page.answers["/api/catalogue"] = { hall: both("厅"), businesses: [] };
    await home();
  });

  test("very many businesses stand under their queues, one level deep, and nobody waits beside minutes is never said", async () => {
    const many = Array.from({ length: 15 }, (_, n) => service(`s${n}`, "ABC"[n % 3]!, `业务${n}`, `Business ${n}`, { wait: { state: "minutes", minutes: 20, low: 0, why: "", doubtful: false } }));
    await chooseFrom([...many, service("alone", "D", "咨询", "Questions")]);
    says(page, ".tiles", "A A 类业务 业务0、业务3、业务6、业务9 等 5 项 窗口都在办理 约 20 分钟", "D 咨询");
    lacks(page, ".tiles", "无人等候 约");
    await page.tap(/B 类业务/);
    await settle();
    says(page, "h1", "B 类业务");
    says(page, ".tiles", "业务1", "业务13");
    lacks(page, ".tiles", "业务0");
    await page.tap("返回", ".foot button");
    await settle();
    says(page, "h1", "请选择要办理的业务");
    page.takes();
    await page.tap(/咨询/);
    assert.equal(page.takes()[0]?.service, "alone");
    await page.done({ ticket: TICKET });
  });
});
