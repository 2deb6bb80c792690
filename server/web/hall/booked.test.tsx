// The mark of an appointment: a word and a time, in both languages, and nothing for everybody else.
import assert from "node:assert/strict";
import test from "node:test";
import { speak } from "../language/i18n.ts";
import { Booked, bookedText } from "./booked.tsx";

test("an appointment says its time in the hall", () => {
  speak("zh");
  assert.equal(bookedText("2026-03-02T01:30:00Z"), "约 09:30");
  speak("en");
  assert.equal(bookedText("2026-03-02T01:30:00Z"), "Booked 09:30");
  speak("zh");
});

test("who came as everybody has no mark", () => {
  assert.equal(Booked({ of: { booked_for: null } }), null);
});
