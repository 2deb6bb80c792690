// The evaluator: what a customer is asked, in which language, and what becomes of a tap and of silence.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { lacks, open, says, walk, type Page } from "@web/testing/page.ts";
import type { EvaluatorView } from "@web/wire.ts";

const VIEW: EvaluatorView = {
  hall: { zh: "城东营业厅", en: "East hall" }, counter: "3", name: { zh: "3 号窗口", en: "Counter 3" }, staff: "1207",
  rain: false, step: "idle", evaluation: "", number: "", asked_at: null, rating_seconds: 30, wait_rating_seconds: 15, ask_wait: true, low: false,
};
const asking = (evaluation: string, more: Partial<EvaluatorView> = {}): EvaluatorView =>
  ({ ...VIEW, step: "rate", evaluation, number: "A037", asked_at: new Date(Date.now()).toISOString(), ...more });

walk("the evaluator", () => {
  let page: Page;
  before(async () => {
    page = await open(() => import("./evaluator.tsx"), { url: "/evaluator/?counter=3", kept: { "hallqueue.evaluator.3.token": "e" } });
    await page.welcome({ kind: "device", id: "d1", place: "3" });
  });

  test("nobody is asked anything between customers", async () => {
    await page.view(VIEW);
    says(page, "main", "城东营业厅", "3 号窗口", "工号 1207", "办理结束后，请您评价");
    await page.view({ ...VIEW, staff: "" });
    says(page, "main", "本窗口暂未开放", "欢迎光临");
  });

  test("and the same in English", async () => {
    await page.tap("English");
    says(page, "main", "East hall", "Counter 3", "This counter is closed", "Welcome");
    await page.view(VIEW);
    says(page, "main", "No. 1207", "Please rate us when we are done");
    await page.tap("中文");
  });

  test("five faces; one tap is the answer, a second one is none", async () => {
    await page.view(asking("e1"));
    says(page, "main", "请您对本次服务评价", "A037 号，您刚才办理的业务", "非常满意", "满意", "一般", "不满意", "非常不满意");
    await page.passes(4);
    assert.equal(page.find(/还剩/, "[role=timer]").getAttribute("aria-label"), "还剩 26 秒");
    page.takes();
    await page.tap("满意");
    await page.tap("一般");
    assert.deepEqual(page.takes(), [{ type: "rate", counter: "3", evaluation: "e1", level: 4, reaction_ms: 4000 }]);
    await page.view({ ...VIEW, step: "thanks", evaluation: "e1" });
    says(page, "main", "谢谢您！", "请带好随身物品，请慢走");
    await page.view({ ...VIEW, step: "thanks", evaluation: "e1", rain: true });
    says(page, "main", "谢谢您！", "请带好雨具和随身物品，请慢走");
    await page.passes(6);
    says(page, "main", "办理结束后，请您评价");
  });

  test("who was not satisfied may say why, in any language; it is written down in Chinese", async () => {
    await page.tap("English");
    await page.view(asking("e2"));
    await page.tap("Dissatisfied");
    await page.view({ ...asking("e2"), step: "rate_wait", low: true });
    says(page, "main", "We are sorry. What was wrong?", "Waiting", "Attitude", "Efficiency", "Rules", "Other");
    await page.tap("Attitude");
    await page.tap("Waiting");
    await page.tap("Waiting");
    page.takes();
    await page.tap("Send");
    assert.deepEqual(page.takes(), [{ type: "give_reasons", counter: "3", evaluation: "e2", reasons: ["态度"] }]);
    says(page, "main", "Are you satisfied with today’s waiting time?");
    await page.tap("Very satisfied");
    assert.deepEqual(page.takes(), [{ type: "rate_wait", counter: "3", evaluation: "e2", level: 5 }]);
    await page.tap("中文");
  });

  test("nothing may be said, too", async () => {
    await page.view({ ...asking("e3"), step: "thanks", low: true });
    page.takes();
    await page.tap("不说了");
    assert.deepEqual(page.takes(), []);
    says(page, "main", "谢谢您！");
  });

  test("a customer who has gone is told as one who did not rate", async () => {
    await page.view(asking("e4", { rating_seconds: 5 }));
    page.takes();
    await page.passes(6);
    assert.deepEqual(page.takes(), [{ type: "close_evaluation", counter: "3", evaluation: "e4" }]);
  });

  test("too late is no news for the customer, any other no is", async () => {
    for (const [code, shown] of [["evaluation_over", false], ["wrong_state", true]] as const) {
      await page.view(asking(`e5 ${code}`));
      page.takes();
      await page.tap("一般");
      await page.refuse("不行", "No", code);
      (shown ? says : lacks)(page, ".toasts", "不行");
    }
  });
});
