import assert from "node:assert/strict";
import test from "node:test";
import { askedTickets, pageText } from "./tickets.ts";

test("a row's own address is asked, a page at a time", () => {
  assert.deepEqual(askedTickets("/api/reports/tickets?period=week&date=2024-07-08&of=called&service=", "longest", 100), {
    period: "week", date: "2024-07-08", of: "called", service: "", order: "longest", first: 100, limit: 100,
  });
});

test("a page says how many there are in all", () => {
  assert.equal(pageText(3, 0), "共 3 笔");
  assert.equal(pageText(250, 200), "共 250 笔，这里是第 201–250 笔");
});
