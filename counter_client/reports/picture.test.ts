import assert from "node:assert/strict";
import test from "node:test";
import { pictured } from "./picture.ts";
import type { ReportTable } from "./shapes.ts";

const say = (zh: string) => ({ zh, en: zh });
const table = (id: string, kinds: Record<string, string>, ...rows: object[]): ReportTable =>
  ({ id, title: say(id), columns: Object.entries(kinds).map(([name, kind]) => ({ id: name, kind, title: say(name) })), rows: rows.map((cells) => ({ cells, events: "", tickets: "" })), note: say("") }) as unknown as ReportTable;
const share = (k: number, n: number, enough = true) => ({ k, n, minimum: 5, value: n ? k / n : null, enough });

test("counts are bars beside the largest, with their own figure in words", () => {
  const shown = pictured("counters", [table("by_counter", { counter: "text", served: "count" }, { counter: say("1 号"), served: 20 }, { counter: say("2 号"), served: 5 })], {});
  assert.deepEqual(shown!.bars, [{ label: "1 号", part: 1, text: "20" }, { label: "2 号", part: 0.25, text: "5" }]);
  assert.equal(shown!.goal, null);
});

test("a share of too few has words and no bar", () => {
  const shown = pictured("monthly", [table("rates", { staff: "person", satisfied: "share" }, { staff: "1", satisfied: share(9, 10) }, { staff: "2", satisfied: share(0, 1, false) })], { "1": "王芳" });
  assert.deepEqual(shown!.bars, [{ label: "王芳 1", part: 0.9, text: "90.0 % 9/10" }, { label: "2", part: null, text: "样本不足 0/1" }]);
});

test("a share with a goal has its line, and nothing makes no picture", () => {
  assert.equal(pictured("remedies", [table("by_day", { day: "date", coverage: "share" }, { day: "2026-03-02", coverage: share(4, 5) })], {})!.goal, 1);
  assert.equal(pictured("remedies", [table("by_day", {})], {}), null);
  assert.equal(pictured("waits", [table("by_day", {}, {})], {}), null);
});
