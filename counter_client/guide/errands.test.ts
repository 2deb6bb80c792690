import assert from "node:assert/strict";
import test from "node:test";
import { makeErrands, persist, PATIENCE } from "./errands.ts";
import { keepIn } from "./kept_errands.ts";

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

const place = () => {
  const kept = new Map<string, string>();
  return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
};
const unsent = { ask: () => new Promise<never>(() => {}), withdraw: () => true };

test("what is not sent survives a reload and is sent under its own name, in its order, by its own person", async () => {
  const tablet = place();
  const before = makeErrands(unsent, keepIn(tablet));
  before.resume("person:1101");
  void before.run({ type: "give_water", ticket: "t1" }, "送水", "t1");
  void before.run({ type: "tick_step", ticket: "t1", step: 0, done: true }, "预受理", "t1");
  assert.equal(await before.run({ type: "give_water", ticket: "t1" }, "送水", "t1"), null);
  const names = before.open.value.map(({ name }) => name);

  assert.deepEqual(makeErrands(unsent, keepIn(tablet)).resume("person:1102"), []);
  const sent: string[] = [];
  const after = makeErrands({ ...unsent, async ask(command, name) {
    sent.push(`${command.type} ${name}`);
    if (command.type === "tick_step") throw problem("unknown_ticket");
    return {} as never;
  } }, keepIn(tablet));
  const answers = after.resume("person:1101").map(({ answer }) => answer);
  assert.deepEqual(after.open.value.map(({ what }) => what), ["送水", "预受理"]);
  const [water, step] = await Promise.allSettled(answers);
  assert.deepEqual(sent, [`give_water ${names[0]}`, `tick_step ${names[1]}`]);
  assert.deepEqual([water!.status, step!.status], ["fulfilled", "rejected"]);
  assert.equal(tablet.kept.size, 0);
  assert.deepEqual(after.resume("person:1101"), []);
});

test("what is too old to be true is not sent any more, and a broken note is no trouble", () => {
  const tablet = place();
  const errand = { name: "n", what: "送水", about: "t1", kind: "give_water", since: 0, due: 0, command: { type: "give_water" as const, ticket: "t1" } };
  keepIn(tablet).write("me", [errand]);
  assert.equal(keepIn(tablet).read("me", PATIENCE).length, 1);
  assert.equal(keepIn(tablet).read("me", 11 * PATIENCE).length, 0);
  tablet.setItem("hallqueue.guide.open", "{");
  assert.deepEqual(keepIn(tablet).read("me", 0), []);
});

test("what is held is not sent before its time, and is never sent once it is taken back", async () => {
  const sent: string[] = [];
  const errands = makeErrands({ ask: async ({ type }) => (sent.push(type), {} as never), withdraw: () => true });
  const slip = errands.run({ type: "greet" }, "迎客", "a", 60_000);
  const meant = errands.run({ type: "divert", way: "answered" }, "已解答", "b", 60_000);
  await Promise.resolve();
  assert.deepEqual(sent, []);
  assert.equal(errands.withdraw(errands.open.value[0]!), true);
  assert.equal(await slip, null);
  assert.deepEqual(errands.open.value.map(({ what }) => what), ["已解答"]);
  await errands.flush(); // whoever logs out leaves nothing behind
  assert.ok(await meant);
  assert.deepEqual(sent, ["divert"]);
});

test("what the hall may have heard is not taken back, nor what a reload has lost sight of", async () => {
  const heard = makeErrands({ ask: unsent.ask, withdraw: () => false });
  void heard.run({ type: "give_water", ticket: "t1" }, "送水", "t1");
  assert.equal(heard.withdraw(heard.open.value[0]!), false);
  assert.equal(heard.open.value.length, 1);
  const tablet = place();
  const before = makeErrands(unsent, keepIn(tablet));
  before.resume("me");
  void before.run({ type: "give_water", ticket: "t1" }, "送水", "t1");
  const after = makeErrands(unsent, keepIn(tablet));
  after.resume("me");
  assert.equal(after.withdraw(after.open.value[0]!), false);
});
