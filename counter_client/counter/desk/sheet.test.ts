import assert from "node:assert/strict";
import test from "node:test";
import { answersOf, openQuestion, type Answers, type Sheet } from "./sheet.ts";

const sheet: Sheet = {
  action: "transfer",
  title: "",
  holds: true,
  questions: ({ to }: Answers) => [
    { id: "to", label: "", options: [] },
    ...(to ? [{ id: to, label: "" }] : []),
    { id: "position", label: "", options: [], preset: "keep_arrival" },
  ],
  command: () => ({ type: "transfer_ticket", counter: "3", ticket: "t1" }),
};

test("a sheet begins with its first question", () => {
  assert.equal(openQuestion(sheet, {})?.id, "to");
});

test("an answer may bring another question", () => {
  assert.equal(openQuestion(sheet, { to: "queue" })?.id, "queue");
});

test("a preset is an answer until another one is chosen", () => {
  assert.equal(openQuestion(sheet, { to: "queue", queue: "A" }), null);
  assert.deepEqual(answersOf(sheet, { to: "queue", queue: "A" }), { to: "queue", queue: "A", position: "keep_arrival" });
  assert.equal(answersOf(sheet, { to: "queue", queue: "A", position: "last" }).position, "last");
});

test("the answer to a question that is asked no more is forgotten", () => {
  assert.equal("queue" in answersOf(sheet, { to: "counter", queue: "A" }), false);
});

test("blanks are no words", () => {
  assert.equal(openQuestion(sheet, { to: "staff", staff: "  " })?.id, "staff");
});
