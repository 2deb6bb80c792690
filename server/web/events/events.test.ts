import assert from "node:assert/strict";
import test from "node:test";
import type { EventShown } from "../wire.ts";
import { actorText, eventText, nameIn } from "./events.ts";
import { sentences } from "./events_texts.ts";

const event = (kind: string, fields: Record<string, unknown>): EventShown =>
  ({ epoch: 1, seq: 1, at: "2024-07-10T02:16:00Z", kind, actor: "system:ladder", fields });
const called = { counters: [{ id: "3", name: { zh: "贵宾室", en: "VIP room" } }], services: [{ id: "pay", name: { zh: "缴费", en: "Bills" } }], gifts: [] };
const people = { "1207": "王芳" };
const named = (field: string, value: string) =>
  nameIn(field, value, called, people) ?? (field === "act" && value === "remedy" ? "补救" : value);

test("an event says what happened with its own figures", () => {
  const text = eventText(event("TicketCalled", { counter: "3", number: "A037", waited_seconds: 1380 }), named);
  assert.equal(text, "贵宾室叫 A037，已等 23:00");
});

test("codes are said in words", () => {
  assert.equal(eventText(event("RungReached", { act: "remedy", after_seconds: 1200 }), named), "等候满 20:00：补救");
});

test("a field an older event does not have is a dash, an unknown kind is shown plainly", () => {
  assert.equal(eventText(event("GiftGiven", {}), named), "送出礼品 —");
  assert.equal(eventText(event("SomethingNew", {}), named), "SomethingNew");
});

test("who did it is a person or a device by name, or the system", () => {
  assert.equal(actorText("person:1207", people), "王芳");
  assert.equal(actorText("person:9", people), "9");
  assert.equal(actorText("device:east-kiosk", { "east-kiosk": { zh: "东门取号机", en: "East kiosk" } }), "东门取号机");
  assert.equal(actorText("system:ladder", people), "系统");
});

test("a counter and a clerk are called by their names, one that is gone by a plain word", () => {
  assert.equal(eventText(event("CounterOpened", { counter: "3", staff: "1207" }), named), "贵宾室开放，王芳");
  assert.equal(eventText(event("CounterClosed", { counter: "99" }), named), "窗口关闭");
  assert.equal(eventText(event("CaseOffered", { where: "zone" }), named), "已致歉并提供礼品，地点 等候区");
  assert.equal(eventText(event("CaseMissed", { reason: "x", leader: "1207" }), named), "漏补救：x，带班 王芳");
});

test("a business is called by its name", () => {
  assert.equal(eventText(event("ServiceChanged", { service: "pay", was: "gone" }), named), "改办 缴费，原取号业务 gone");
});

test("no sentence makes a counter's name out of its id", () => {
  for (const [kind, text] of Object.entries(sentences)) {
    assert.ok(!/\} ?号窗口|[Cc]ounter \{|工号/.test(`${text?.zh} ${text?.en}`), kind);
  }
});
