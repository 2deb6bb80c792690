import assert from "node:assert/strict";
import { test } from "node:test";
import { give, leased, nextOrdinal, NOTHING, reported } from "./offline.ts";

const LEASE = { day: "2026-03-02", first: 801, last: 803 };
const wish = (name: string) => ({ name, service: "pay", title: { zh: "交费", en: "Pay" }, at: 0, language: "zh", priority: "ordinary" as const, priority_reason: "", instead_of: "" });

test("numbers run through the block, each series by itself, and end with it", () => {
  let kept = leased(NOTHING, LEASE);
  const numbers = ["A", "A", "B", "A", "A"].map((letter, n) => {
    const done = give(kept, letter, LEASE.day, wish(String(n)));
    if (done) kept = done.kept;
    return done?.given.number ?? null;
  });
  assert.deepEqual(numbers, ["A801", "A802", "B801", "A803", null]);
  assert.deepEqual(kept.given.map((one) => one.number), ["A801", "A802", "B801", "A803"]);
});

test("a block of another day gives nothing", () => {
  assert.equal(nextOrdinal(leased(NOTHING, LEASE), "A", "2026-03-03"), null);
  assert.equal(nextOrdinal(NOTHING, "A", LEASE.day), null);
});

test("hearing of the same block again forgets nothing that was given from it", () => {
  const { kept } = give(leased(NOTHING, LEASE), "A", LEASE.day, wish("1"))!;
  assert.equal(nextOrdinal(leased(kept, { ...LEASE }), "A", LEASE.day), 802);
  const next = leased(kept, { day: "2026-03-03", first: 801, last: 899 });
  assert.equal(nextOrdinal(next, "A", "2026-03-03"), 801);
  assert.equal(next.given.length, 1);
});

test("what the server has answered is told no more", () => {
  const { kept } = give(leased(NOTHING, LEASE), "A", LEASE.day, wish("1"))!;
  assert.deepEqual(reported(kept, "1").given, []);
});
