// Giving a notice at the counter and on the tablet: ticks, one key, and words that are the hall's own.
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact";
import { catalogue } from "../catalogue/catalogue.ts";
import { sampleBusiness } from "../catalogue/sample_business.ts";
import { speak } from "../language/i18n.ts";
import { lacks, open, says, walk } from "../testing/page.ts";
import type { Command, PrinterChoice } from "../wire.ts";
import { NoticeSheet } from "./notice.tsx";

const both = (zh: string, en = zh) => ({ zh, en });
const MOVE = sampleBusiness("move", both("过户", "Transfer"), { materials: [both("身份证", "ID card"), both("产权证", "Deed")] }, { agent_materials: [both("委托书", "Letter")], enough: 1 });
const PRINTERS: PrinterChoice[] = [{ id: "K1", name: both("东门"), down: true }, { id: "K2", name: both("引导台"), down: false }];

walk("a notice is given", () => {
  let asked: Command[] = [];
  let shut = 0;
  let does = true;
  const shown = (more: { service?: string; served?: boolean; printers?: PrinterChoice[] } = {}) => {
    asked = [];
    shut = 0;
    does = true;
    return open(async () => {
      speak("zh");
      localStorage.clear();
      catalogue.value = { hall: both("厅"), businesses: [MOVE] };
      const ask = (command: Command) => (asked.push(command), Promise.resolve(does ? {} : null));
      render(<NoticeSheet ticket="t1" number="C005" service="move" served printers={PRINTERS} ask={ask} onClose={() => shut++} {...more} />, document.getElementById("app")!);
    });
  };

  test("digits tick, Enter gives it, at the printer that can print (B09)", async () => {
    const page = await shown();
    says(page, "dialog", "一次告知 · C005", "过户", "1 身份证", "2 产权证");
    lacks(page, "dialog", "委托书");
    await page.submit(".notice-sheet");
    assert.deepEqual(asked, []); // nothing is ticked
    await page.key("2", "Digit2", document.querySelector(".notice-sheet")!);
    await page.submit(".notice-sheet");
    assert.deepEqual(asked, [{ type: "give_notice", ticket: "t1", missing: [1], agent: false, also: "", leaves: true, printer: "K2" }]);
    assert.equal(shut, 1);
  });

  test("an agent's papers, and what no list knows (B02)", async () => {
    const page = await shown();
    await page.tap("代办");
    says(page, "fieldset", "3 委托书 代办");
    await page.key("3", "Digit3", document.querySelector(".notice-sheet")!);
    await page.type(".also input", " 户口本 ");
    await page.key("Enter", "Enter", document.querySelector(".whose button")!); // the switch touched last is not meant
    assert.deepEqual(asked, [{ type: "give_notice", ticket: "t1", missing: [2], agent: true, also: "户口本", leaves: true, printer: "K2" }]);
  });

  test("with enough papers the case goes on at a counter, never on the tablet (B10)", async () => {
    const page = await shown();
    await page.key("1", "Digit1", document.querySelector(".notice-sheet")!);
    lacks(page, "dialog", "先受理");
    await page.key("1", "Digit1", document.querySelector(".notice-sheet")!);
    await page.key("2", "Digit2", document.querySelector(".notice-sheet")!);
    await page.tap("先受理，余下补交");
    assert.deepEqual(asked.map((one) => "leaves" in one && one.leaves), [false]);
    const tablet = await shown({ served: false });
    await tablet.key("2", "Digit2", document.querySelector(".notice-sheet")!);
    lacks(tablet, "dialog", "先受理");
  });

  test("a pass says why; what was refused stays to be tried again", async () => {
    const page = await shown({ printers: [] });
    does = false;
    await page.tap("系统故障");
    assert.deepEqual(asked, [{ type: "give_pass", ticket: "t1", reason: "系统故障", printer: "" }]);
    assert.equal(shut, 0);
    await page.tap("取消");
    assert.equal(shut, 1);
  });

  test("a business without a list takes words", async () => {
    const page = await shown({ service: "none" });
    says(page, "dialog", "这项业务没有列材料");
  });
});
