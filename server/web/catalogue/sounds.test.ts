import assert from "node:assert/strict";
import test from "node:test";
import { canBeRead, isReadIn as readIn, readingsIn } from "./sounds.ts";

const isReadIn = (text: string, typed: string) => readIn(readingsIn(text), typed);

test("hanzi are found by whole syllables, by initials, by a mixture, and while the last is being typed", () => {
  for (const typed of ["guohu", "gh", "guoh", "ghu", "guo", "gu", "hubiangeng", "ghbg"]) assert.ok(isReadIn("更名过户变更", typed), typed);
  for (const typed of ["hg", "guohx", "ghh"]) assert.ok(!isReadIn("更名过户变更", typed), typed);
});

test("a hanzi with several readings is found by each, and ü is typed as v", () => {
  for (const typed of ["chongxin", "zhongxin", "cx", "zx"]) assert.ok(isReadIn("重新", typed), typed);
  assert.ok(isReadIn("绿色通道", "lvse"));
});

test("what stands between hanzi ends a reading, and one letter or hanzi are none", () => {
  assert.ok(!isReadIn("过 户", "gh"));
  assert.deepEqual(["gh", "guohu", "g", "过户", "5元", ""].map(canBeRead), [true, true, false, false, false, false]);
});
