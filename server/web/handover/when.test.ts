import assert from "node:assert/strict";
import test from "node:test";
import { speak } from "../language/i18n.ts";
import { whenText } from "./when.ts";

test("Q21: a time that was agreed is the day and the clock on the hall's own wall", () => {
  assert.equal(whenText("2026-03-03T01:30:00Z"), "3月3日 周二 09:30");
  assert.equal(whenText("2026-03-02T16:30:00Z"), "3月3日 周二 00:30"); // past the hall's midnight
  speak("en");
  assert.equal(whenText("2026-03-03T01:30:00Z"), "Tue 3 Mar 09:30");
  speak("zh");
});
