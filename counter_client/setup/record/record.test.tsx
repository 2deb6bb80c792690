// The twin test of record.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { Known } from "@web/form/form.tsx";
import { open } from "@web/testing/page.ts";
import { render } from "preact";
import type { Entry } from "../draft/http.ts";
import { Headed, type SetupSection } from "../draft/section.tsx";
import { doorRecord, history } from "./history.tsx";
import { file } from "./file.tsx";
import { byDay, takenBack } from "./record.tsx";

const entry = (seq: number, at: string, undoes = 0): Entry =>
  ({ seq, at, actor: "", name: "", kind: "config", title: { zh: "", en: "" }, note: "", changes: [], undoes, can_undo: true, plan: "" });

test("lines stand under their day, newest first", () => {
  const entries = [entry(3, "2026-11-23T02:00"), entry(2, "2026-11-22T09:00"), entry(1, "2026-11-22T08:00")];
  assert.deepEqual(byDay(entries, (at) => at.slice(0, 10)).map(([day, those]) => [day, those.map((e) => e.seq)]), [["2026-11-23", [3]], ["2026-11-22", [2, 1]]]);
});

test("a change is taken back, and in force again once that is taken back", () => {
  assert.deepEqual(Array.from(takenBack([entry(2, "", 1), entry(1, "")])), [1]);
  assert.deepEqual(Array.from(takenBack([entry(3, "", 2), entry(2, "", 1), entry(1, "")])), [2]);
});

const shown = (section: SetupSection, answers: object) =>
  open(async () => render(<Known.Provider value={{} as never}><Headed section={section} /></Known.Provider>, document.getElementById("app")!), { url: "/setup/", answers: answers as never });

test("who changed what is said in the server's words, with a way to take it back", async () => {
  const changed = { ...entry(7, "2024-07-10T01:00:00Z"), name: "周敏", title: { zh: "修改设置", en: "Set-up changed" }, note: "换号" };
  const page = await shown(history, { "/api/setup/history": [changed], "/api/devices": [] });
  for (const words of ["修改设置", "周敏", "备注：换号", "7月10日 周三", "09:00"]) assert.ok(page.reads().includes(words), page.reads());
  assert.ok(page.find(/^撤销 周敏/));
});

test("who came in is named, and who was refused, too", async () => {
  const at = "2024-07-10T01:00:00Z";
  const noted = { at, last_at: at, what: "log_in_refused", who: "", address: "10.0.0.6", detail: "", said: { zh: "", en: "" }, title: { zh: "登录被拒绝：{who}", en: "Log-in refused: {who}" }, times: 5 };
  const page = await shown(doorRecord, { "/api/access_record": [noted] });
  for (const words of ["登录被拒绝：没有这个工号的人", "来自 10.0.0.6", "共 5 次"]) assert.ok(page.reads().includes(words), page.reads());
});

test("a record that cannot be read says so and is asked for again", async () => {
  const page = await shown(doorRecord, {});
  await page.passes(1);
  assert.ok(page.find("重试"));
});

test("a set-up file is chosen by a button", async () => {
  const page = await shown(file, {});
  assert.ok(page.reads("label.file-button").includes("选择 .toml 文件"));
});
