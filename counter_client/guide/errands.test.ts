import assert from "node:assert/strict";
import test from "node:test";
import { persist } from "./errands.ts";

const problem = (code: string) => Object.assign(new Error(code), { code });

test("what found no server is asked again", async () => {
  let asked = 0;
  const answer = await persist(async () => {
    asked += 1;
    if (asked < 3) throw problem("no_answer");
    return "done";
  }, () => 0);
  assert.equal(answer, "done");
  assert.equal(asked, 3);
});

test("after a minute of silence the guide is told", async () => {
  let now = 0;
  const ask = async () => {
    now += 30_000;
    throw problem("no_answer");
  };
  await assert.rejects(persist(ask, () => now), (met) => met.code === "no_answer");
  assert.equal(now, 60_000);
});

test("a refusal is an answer", async () => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    throw problem("wrong_state");
  };
  await assert.rejects(persist(ask), (met) => met.code === "wrong_state");
  assert.equal(asked, 1);
});
