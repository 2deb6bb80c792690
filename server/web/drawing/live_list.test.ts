import assert from "node:assert/strict";
import test from "node:test";
import { noAnswer } from "../dialogue/refusal.ts";
import { liveList } from "./live_list.ts";

test("what was read stays while the line is away, and the refusal is told until it is read again", async () => {
  let line = true;
  const list = liveList(async () => {
    if (!line) throw noAnswer();
    return ["王芳"];
  });
  assert.equal(list.all.value, null);
  await list.read();
  line = false;
  await list.read();
  assert.deepEqual([list.all.value, list.unread.value?.code], [["王芳"], "no_answer"]);
  line = true;
  await list.read();
  assert.equal(list.unread.value, null);
});

test("a bug in what is asked is no refusal", () =>
  assert.rejects(liveList(() => Promise.reject(new TypeError("ours"))).read(), (problem) => problem instanceof TypeError));

test("what is done holds at once: the list is read again; what is refused leaves it as it is", async () => {
  const names = ["王芳"];
  let reads = 0;
  const list = liveList(async () => [...names, ++reads]);
  assert.equal(await list.act(Promise.resolve("李娜")), "李娜");
  assert.equal(await list.act(Promise.reject(noAnswer())), null);
  assert.deepEqual(list.all.value, ["王芳", 1]);
});
