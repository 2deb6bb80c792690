import assert from "node:assert/strict";
import test from "node:test";
import { Asks } from "./asks.ts";
import type { Ask } from "./protocol.ts";

const text = { zh: "没有人等候", en: "Nobody waits" };

test("an ask is sent again under the same name after a reconnect, and answered once", async () => {
  const sent: Ask[] = [];
  const asks = new Asks((ask) => sent.push(ask) > 0);
  const done = asks.add({ type: "call_next", counter: "3" });
  asks.resend();
  assert.equal(sent.length, 2);
  assert.equal(sent[0]?.id, sent[1]?.id);
  assert.ok(/^[0-9a-f]{32}$/.test(sent[0]?.id ?? ""));
  asks.answer({ type: "done", id: sent[0]!.id, seq: 7, result: { ticket: "t1", number: "A001", counter: "3" } });
  assert.equal((await done).result.number, "A001");
  asks.resend();
  assert.equal(sent.length, 2);
});

test("a refusal carries its words", async () => {
  const sent: Ask[] = [];
  const asks = new Asks((ask) => sent.push(ask) > 0);
  const refused = asks.add({ type: "call_next", counter: "3" });
  asks.answer({ type: "refused", id: sent[0]!.id, code: "nobody_waits", text, fields: {}, problems: [] });
  await assert.rejects(refused, (problem) => problem.code === "nobody_waits" && problem.text.zh === text.zh);
});

test("a refusal with several problems says them all", async () => {
  const sent: Ask[] = [];
  const asks = new Asks((ask) => sent.push(ask) > 0);
  const refused = asks.add({ type: "apply_plan", plan: "p1" });
  const wrong = (zh: string) => ({ where: zh, place: { zh, en: zh }, text: { zh, en: `${zh}.` } });
  asks.answer({ type: "refused", id: sent[0]!.id, code: "config_invalid", text: { zh: "配置有误：一", en: "Wrong: a." }, fields: {}, problems: [wrong("一"), wrong("二")] });
  await assert.rejects(refused, (problem) => {
    assert.deepEqual([problem.text.zh, problem.text.en, problem.problems.length], ["配置有误：一；二", "Wrong: a. 二.", 2]);
    return true;
  });
});

test("an ask that nobody answers ends by itself, and can be repeated under its name", async () => {
  const sent: Ask[] = [];
  const asks = new Asks((ask) => sent.push(ask) > 0, 5);
  await assert.rejects(asks.add({ type: "call_next", counter: "3" }, "mine"), (problem) => problem.code === "no_answer");
  const again = asks.add({ type: "call_next", counter: "3" }, "mine");
  asks.answer({ type: "done", id: "mine", seq: 8, result: {} });
  assert.equal((await again).seq, 8);
});

test("what never went out can be taken back; what may have been heard cannot", async () => {
  let line = false;
  const sent: string[] = [];
  const asks = new Asks((ask) => line && sent.push(ask.id) > 0, 5);
  void asks.add({ type: "greet" }, "quiet");
  assert.equal(asks.withdraw("quiet"), true);
  const said = asks.add({ type: "greet" }, "said");
  line = true;
  asks.resend();
  assert.deepEqual(sent, ["said"]); // and never the one that was taken back
  line = false;
  await assert.rejects(said, (problem) => problem.code === "no_answer");
  const again = asks.add({ type: "greet" }, "said");
  assert.equal(asks.withdraw("said"), false); // an answer may be lost, not what was done
  await assert.rejects(again, (problem) => problem.code === "no_answer");
});
