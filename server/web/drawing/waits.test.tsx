// What a customer reads of their wait: one figure, a span, why it changed.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { WaitView } from "../wire.ts";
import { Wait, waitText, waitWhy } from "./waits.tsx";
import { render } from "preact";

const wait = (some: Partial<WaitView>): WaitView => ({ state: "minutes", minutes: 15, low: 0, why: "", doubtful: false, ...some });

test("one figure where one says it, else from and to", () => {
  assert.equal(waitText(wait({})), "约 15 分钟");
  assert.equal(waitText(wait({ low: 10 })), "约 10–15 分钟");
  assert.equal(waitText(wait({ state: "soon" })), "很快");
  assert.equal(waitText(wait({ state: "unknown" })), "暂无法预计");
});

test("a new time says why, and a doubt comes first", () => {
  assert.equal(waitWhy(wait({})), "");
  assert.equal(waitWhy(wait({ why: "counter_paused" })), "有窗口暂停，预计时间已更新");
  assert.equal(waitWhy(wait({ why: "a reason of a newer server" })), "");
  assert.equal(waitWhy(wait({ why: "longer", doubtful: true })), "今天可能来不及办理，请问引导员 · 前面的业务办得比平时久，预计时间已更新");
});

test("it is drawn as one word", () => {
  const at = document.createElement("p");
  render(<Wait wait={wait({ low: 10 })} />, at);
  assert.equal(at.textContent, "约 10–15 分钟");
});
