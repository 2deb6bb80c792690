import assert from "node:assert/strict";
import test from "node:test";
import { announcementOf, blinks } from "./call.ts";

const view = {
  counter: "3",
  name: { zh: "3 号窗口", en: "Counter 3" },
  state: "calling",
  profile: { zh: "一柜通", en: "All business" },
  business: [],
  dedicated: false, room: false,
  staff: "1207",
  number: "A037",
  call: "c1",
  announcement: 1,
  announced_at: "2024-07-10T02:25:00Z",
  pause_reason: "",
  instead: [], instead_rooms: [],
};
const called = Date.parse(view.announced_at);

test("a new call blinks for six seconds and then stands still", () => {
  assert.equal(blinks(view, called + 5_900), true);
  assert.equal(blinks(view, called + 6_000), false);
});

test("a display switched on late does not blink", () => {
  assert.equal(blinks(view, called + 60_000), false);
});

test("a recall is a new announcement of the same call", () => {
  assert.ok(announcementOf(view) !== announcementOf({ ...view, announcement: 2 }));
});

test("a customer who is being served is announced no more", () => {
  assert.equal(announcementOf({ ...view, state: "serving" }), "");
  assert.equal(blinks({ ...view, state: "serving" }, called), false);
});
