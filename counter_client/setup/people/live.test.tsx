// The twin test of live.ts and live.tsx: a list that holds at once, as the people of a hall are one.
import assert from "node:assert/strict";
import test from "node:test";
import { fieldAt } from "@web/form/at.ts";
import { Known } from "@web/form/form.tsx";
import { open, Refused } from "@web/testing/page.ts";
import type { Field, Person, Text } from "@web/wire.ts";
import { render } from "preact";
import { form } from "../draft/asked.ts";
import { Headed } from "../draft/section.tsx";
import { peopleSection } from "./people.tsx";

const text = (zh: string, en = zh): Text => ({ zh, en });
const asked = (id: string, kind: Field["kind"], zh: string, more: Partial<Field> = {}): Field => ({
  id, kind, label: text(zh), help: text(""), unit: text(""), ends: null, letters: 40, lines: 1, choices: [], of: "", none: text(""), ordered: false, starts: "", source: "",
  elsewhere: false, required: true, pattern: "", room: null, printed: false, noun: text(""), add: text("添加人员"), empty: text("没有符合的人员"), most: 200, fields: [], ...more,
});
const ROLES = [{ value: "clerk", text: text("营业员"), help: text("在窗口叫号、办理") }, { value: "admin", text: text("系统管理员"), help: text("全部") }];
form.value = [asked("people", "table", "人员", { fields: [asked("login", "text", "工号"), asked("name", "text", "姓名"), asked("role", "choice", "角色", { choices: ROLES, starts: '"clerk"' })] })];

const person = (login: string, name: string, more: Partial<Person> = {}): Person => ({ login, name, role: "clerk", active: true, has_pin: false, locked_until: null, ...more });
const people = [person("1207", "王芳"), person("admin", "管理员", { role: "admin" }), person("1300", "旧人", { active: false })];
const knows = { fieldAt: (where: string) => fieldAt(form.value, where), problemAt: () => null, problemOf: () => null, optionsOf: () => [], nameOf: (_: string, id: string) => id };
const shown = (more: object = {}) =>
  open(async () => render(<Known.Provider value={knows}><Headed section={peopleSection} /></Known.Provider>, document.getElementById("app")!), {
    url: "/setup/", answers: { "/api/people": people, "/api/me": { id: "person:1001", role: "hall_manager" }, ...more },
  });

test("who works here is listed with the role, and who has left is folded away", async () => {
  const page = await shown();
  for (const words of ["王芳", "1207", "营业员", "只能由系统管理员修改", "已停用（1）"]) assert.ok(page.reads().includes(words), page.reads());
});

test("a role says what it may do while it is chosen, and an administrator is not to be made", async () => {
  const page = await shown();
  await page.tap("修改 王芳");
  assert.ok(page.reads(".live-edit").includes("在窗口叫号、办理"));
  assert.ok(!page.reads(".live-edit select").includes("系统管理员"));
});

test("what is done is asked at once, and a refusal is said", async () => {
  const page = await shown({ "/api/people/1207/put_out": () => { throw new Refused("not_allowed", "您无权这样做", "You may not"); } });
  await page.tap("修改 王芳");
  await page.tap("踢出");
  assert.ok(page.asked.includes("/api/people/1207/put_out"));
});

test("a new person's password is shown once", async () => {
  let made = false;
  const page = await shown({ "/api/people": (sent: object) => ("login" in sent && !made ? ((made = true), { password: "loud-bamboo" }) : people) });
  await page.tap("添加人员");
  assert.equal((page.find("添加", "button[type=submit]") as HTMLButtonElement).disabled, true);
  await page.type("label:工号", "1301");
  await page.type("label:姓名", "李娜");
  await page.submit();
  assert.ok(page.reads(".password-once").includes("loud-bamboo"), page.reads());
});
