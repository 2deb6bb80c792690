// The twin test of uses.ts.
import assert from "node:assert/strict";
import test from "node:test";
import type { HallConfig } from "@web/wire.ts";
import { hall, references } from "@web/testing/set_up_hall.ts";
import { mustBeReplaced, removed, usesOf } from "./uses.ts";

const users = (kind: Parameters<typeof usesOf>[2], id: string, config: HallConfig = hall) =>
  usesOf(references, config, kind, id).map((one) => `${one.kind} ${one.id}${one.needs ? "!" : ""}`);

test("a zone is named by its queues and counters, which cannot be without one", () => {
  assert.deepEqual(users("zones", "reception"), ["queues complex!", "counters 4!"]);
});

test("a queue is named by its services and by the profiles that call or help it", () => {
  assert.deepEqual(users("queues", "change"), ["services transfer!", "profiles all", "profiles complex"]);
  assert.deepEqual(users("queues", "complex"), ["services business!", "profiles complex"]);
});

test("a profile is named by its counters; what nobody names can just go", () => {
  assert.deepEqual(users("profiles", "all"), ["counters 1!", "counters 2!"]);
  assert.equal(mustBeReplaced(usesOf(references, hall, "counters", "1")), false);
});

test("a queue gives its services and its place in profiles to another, and no profile names one twice", () => {
  const after = removed(references, hall, "queues", "complex", "change");
  assert.deepEqual(after.queues.map((queue) => queue.id), ["pay", "change"]);
  assert.equal(after.services.find((service) => service.id === "business")!.queue, "change");
  assert.deepEqual(after.profiles[1]!.queues, ["change"]);
  assert.deepEqual(after.profiles[1]!.helps, []);
});

test("counters of a removed profile take another", () => {
  const after = removed(references, hall, "profiles", "complex", "all");
  assert.deepEqual(after.counters.map((counter) => counter.profile), ["all", "all", "all"]);
});

test("a notice for one zone only does not come to hang everywhere", () => {
  const notice = { id: "n", text: { zh: "雨天路滑", en: "Wet floor" }, places: ["reception"], first_day: null, last_day: null };
  const config = { ...hall, notices: [notice, { ...notice, id: "m", places: ["main", "reception"] }] };
  assert.deepEqual(users("zones", "reception", config).slice(2), ["notices n!", "notices m"]);
  assert.deepEqual(removed(references, config, "zones", "reception", "main").notices.map((one) => one.places), [["main"], ["main"]]);
});

test("a ladder for one service goes with it, and one for two stays for the other", () => {
  const own = { rungs: [], services: ["pay"], valid_from: "2026-01-01" };
  const config = { ...hall, ladders: [...hall.ladders, own, { ...own, services: ["pay", "transfer"] }] };
  assert.equal(mustBeReplaced(usesOf(references, config, "services", "pay")), false);
  assert.deepEqual(removed(references, config, "services", "pay").ladders.map((one) => one.services), [[], ["transfer"]]);
});

test("a rule for one business goes with it, and does not come to hold for every business", () => {
  const rules = [{ id: "r1", segment: "vip", service: "pay", queue: "", materials: [] }, { id: "r2", segment: "vip", service: "", queue: "", materials: [] }];
  const config = { ...hall, segment_rules: rules };
  const left = removed([...references, { naming: "segment_rules", fields: ["service"], named: "services", last: "goes" }], config, "services", "pay");
  assert.deepEqual(left.segment_rules.map((rule) => rule.id), ["r2"]);
});
