// What the clerk says before the customer is there and before they go, and what one key answers.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import { both, CALLING, CATALOGUE, can, SERVING, TICKET, VIEW } from "../sample_views.ts";

walk("the clerk's console and the last question", () => {
  let page: Page;
  const asks = (press: () => Promise<void>) => page.asksBy(press);
  before(async () => {
    page = await open(() => import("../../counter.tsx"), { url: "/counter/?counter=3", width: 1366, height: 768, kept: { "hallqueue.counter.3.token": "k" }, answers: { "/api/catalogue": CATALOGUE } });
    await page.welcome();
  });

  test("before the customer is there: who, what for, how long, what they need, and what to say (Q45)", async () => {
    await page.view({ ...VIEW, ...CALLING, ticket: { ...TICKET, number: "A030", waited_seconds: 730, priority: true, priority_reason: "elderly" } });
    says(page, ".scene", "A030 交费", "等候 12:10", "优先 · 老年人", "您好，让您久等了。");
    lacks(page, ".scene", "请问您还办理其他业务吗？");
    await page.view({ ...VIEW, ...CALLING, ticket: { ...TICKET, over_goal: false, waited_seconds: 60 } });
    says(page, ".scene", "您好，请坐。");
    lacks(page, ".scene", "雨具");
    await page.view({ ...VIEW, ...CALLING, rain: true });
    says(page, ".scene", "您好，让您久等了。", "雨天：走时提醒带好雨具");
  });

  test("while serving stands the question, with the keys for whoever says yes; F is still F (Q32)", async () => {
    await page.view({ ...VIEW, ...SERVING });
    says(page, ".send-off", "请问您还办理其他业务吗？", "有：加办 +", "转下一环节 T", "未解决，需再来 X");
    assert.deepEqual(await asks(() => page.key("f", "KeyF", document.body)), [{ type: "finish_ticket", counter: "3", ticket: "t1" }]);
    await page.done();
    await page.tap(/^有：加办/, ".send-off button");
    says(page, "dialog", "A037 加办业务");
    await page.tap("取消", "dialog button");
  });

  test("where calling is serving, the question stands from the call on", async () => {
    await page.view({ ...VIEW, ...CALLING, can: can("finish_ticket", "recall") });
    says(page, ".facts", "您好，让您久等了。", "请问您还办理其他业务吗？ 未解决，需再来 X");
    lacks(page, ".send-off", "加办");
  });

  test("not solved is one key or one tap (E12), also where a remedy was missed", async () => {
    const unsolved = { type: "finish_ticket", counter: "3", ticket: "t1", solved: false };
    await page.view({ ...VIEW, ...SERVING });
    assert.deepEqual(await asks(() => page.key("x", "KeyX", document.body)), [unsolved]);
    await page.done();
    assert.deepEqual(await asks(() => page.tap(/^未解决/, ".send-off button")), [unsolved]);
    await page.done();
    const remedy = { state: "open", unsettled: true, script: both("对不起"), script_version: 1, acknowledged: false, gifts: [] };
    await page.view({ ...VIEW, ...SERVING, ticket: { ...SERVING.ticket, remedy } });
    await page.key("x", "KeyX", document.body);
    says(page, "dialog", "办结 A037", "补救未处理，将记为漏。");
    assert.deepEqual(await asks(() => page.submit(".sheet")), [unsolved]);
    await page.done();
  });

  test("the legs, how long they have been in the hall (Q44), and who met them first (E11)", async () => {
    await page.view({ ...VIEW, ...SERVING, ticket: { ...SERVING.ticket, past: [{ service: both("咨询"), counter: "1", outcome: "" }], owner: "李" } });
    says(page, ".facts", "本次已办 咨询 · 到厅 15:00", "首问责任人 李");
  });

  test("when the hall has closed, whoever met somebody first hears who is not done (E11)", async () => {
    await page.view({ ...VIEW, first_met: ["C001", "C004"] });
    says(page, ".hint", "您首问的还有 2 位未办结：C001 C004");
    await page.key("c", "KeyC", document.body);
    says(page, "dialog", "关闭窗口", "您首问的还有 2 位未办结：C001 C004");
    await page.tap("取消", "dialog button");
  });
});
