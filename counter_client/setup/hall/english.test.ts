// The twin test of english.tsx.
import assert from "node:assert/strict";
import test from "node:test";
import { lackEnglish } from "./english.tsx";

const named = (zh: string, en = "") => ({ name: { zh, en } });
const hall = (services: readonly object[], name = "South Hall") =>
  ({ name: { zh: "城南营业厅", en: name }, services, queues: [named("综合", "General")], zones: [named("大厅", "Hall")], counters: [named("1 号窗口", "Counter 1")] }) as never;

test("a hall whose names all have English lacks nothing", () => {
  assert.deepEqual(lackEnglish(hall([named("缴费", "Payment")])), { lack: [], all: false });
});

test("names without English are told once each, in the order they are read", () => {
  assert.deepEqual(lackEnglish(hall([named("过户"), named("缴费", "Payment"), named("报修"), named("报修")])).lack, ["过户", "报修"]);
});

test("a hall none of whose names has any English speaks Chinese alone, whatever its counters are called", () => {
  const bare = { ...(hall([named("缴费")], "") as object), queues: [named("综合")] } as never;
  assert.equal(lackEnglish(bare).all, true);
});
