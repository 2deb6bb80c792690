// The twin test of manager_event_words.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { actorText, eventText, type JournalEvent } from "./manager_event_words.ts";

const event = (kind: string, fields: Record<string, unknown>): JournalEvent =>
  ({ epoch: 1, seq: 1, at: "2024-07-10T02:16:00Z", kind, actor: "system:ladder", fields });
const named = (field: string, value: string) => (field === "act" && value === "remedy" ? "补救" : value);

test("an event says what happened with its own figures", () => {
  const text = eventText(event("TicketCalled", { counter: "3", number: "A037", waited_seconds: 1380 }), named);
  assert.equal(text, "3 号窗口叫 A037，已等 23:00");
});

test("codes are said in words", () => {
  assert.equal(eventText(event("RungReached", { act: "remedy", after_seconds: 1200 }), named), "等候满 20:00：补救");
});

test("a field an older event does not have is a dash, an unknown kind is shown plainly", () => {
  assert.equal(eventText(event("GiftGiven", {}), named), "送出礼品 —");
  assert.equal(eventText(event("SomethingNew", {}), named), "SomethingNew");
});

test("who did it is a staff number, or the system", () => {
  assert.equal(actorText("person:1207"), "1207");
  assert.equal(actorText("system:ladder"), "系统");
});
