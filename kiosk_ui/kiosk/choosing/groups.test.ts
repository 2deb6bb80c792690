import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, groupsOf, MOST_UNGROUPED } from "./groups.ts";

const services = (count: number, queues: string) =>
  Array.from({ length: count }, (_, n) => {
    const queue = queues[n % queues.length]!;
    return { id: `s${n}`, queue, queue_name: { zh: queue, en: queue } } as Parameters<typeof groupsOf>[0][number];
  });
const ids = (entries: ReturnType<typeof entriesOf>) => entries.map((entry) => ("group" in entry ? entry.group.id : entry.service.id));

test("two pages need no headings, and one queue none at all", () => {
  assert.equal(groupsOf(services(MOST_UNGROUPED, "AB")), null);
  assert.equal(groupsOf(services(30, "A")), null);
});

test("above that each queue is a heading, and one business alone stands for itself", () => {
  const many = [...services(14, "AB"), { ...services(1, "C")[0]!, id: "only" }];
  assert.deepEqual(ids(entriesOf(many, "")), ["A", "B", "only"]);
  assert.deepEqual(ids(entriesOf(many, "B")), ["s1", "s3", "s5", "s7", "s9", "s11", "s13"]);
});

test("a queue that the set-up has left meanwhile shows the headings again", () => {
  assert.deepEqual(ids(entriesOf(services(14, "AB"), "gone")), ["A", "B"]);
});
