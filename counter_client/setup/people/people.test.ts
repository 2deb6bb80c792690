import assert from "node:assert/strict";
import { test } from "node:test";
import type { Person } from "@web/wire.ts";
import { byRole, isMe, lockedNow, matching, mayGive } from "./people.tsx";

const person = (login: string, name: string, role: string): Person => ({ login, name, role, active: true, has_pin: false, locked_until: null });
const wang = person("1207", "王芳", "clerk");
const admin = person("admin", "管理员", "admin");
const manager = { id: "person:1001", role: "hall_manager" };

test("those who run the hall come first, clerks in the order of their numbers", () => {
  const sorted = byRole([person("1210", "丁", "clerk"), person("909", "赵", "clerk"), person("1100", "李", "team_leader"), admin]);
  assert.deepEqual(sorted.map((one) => one.login), ["admin", "1100", "909", "1210"]);
});

test("a person is found by part of the name or the number, however it is typed", () => {
  for (const words of ["芳", "２０７", " 1207 ", ""]) assert.equal(matching([wang], words).length, 1, words);
  assert.equal(matching([wang], "李").length, 0);
});

test("a hall manager neither touches nor makes an administrator", () => {
  assert.ok(mayGive(manager, wang.role));
  assert.ok(!mayGive(manager, admin.role));
  assert.ok(mayGive({ id: "person:admin", role: "admin" }, admin.role));
});

test("one's own row is known", () => {
  assert.ok(isMe({ id: "person:1207", role: "clerk" }, wang));
  assert.ok(!isMe(manager, wang));
});

test("a lock that is over is no lock", () => {
  const locked = { ...wang, locked_until: "2026-03-02T01:05:00Z" };
  assert.ok(lockedNow(locked, Date.parse("2026-03-02T01:04:00Z")));
  assert.ok(!lockedNow(locked, Date.parse("2026-03-02T01:06:00Z")));
  assert.ok(!lockedNow(wang, 0));
});
