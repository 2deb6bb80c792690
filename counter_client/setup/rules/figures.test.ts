// The twin test of figures.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { comingTo, inForceSince, placeOf } from "./figures.tsx";

const changed = (path: string, after: unknown) => ({ path, text: { zh: "", en: "" }, before: null, after });

test("a value is in force since the newest change of it", () => {
  const history = [
    { at: "2026-11-20T01:00:00Z", name: "周", changes: [changed("phone", "1")] },
    { at: "2026-08-01T01:00:00Z", name: "王", changes: [changed("figures.seats", 20)] },
    { at: "2026-07-01T01:00:00Z", name: "周", changes: [changed("figures.seats", 10)] },
  ];
  assert.equal(inForceSince(history, "figures.seats")!.name, "王");
  assert.equal(inForceSince(history, "figures.max_recall"), null);
});

test("a planned value is told with its day, the soonest of two", () => {
  const plan = (valid_from: string, after: number) => ({ plan: valid_from, valid_from, by: "", note: "", changes: [changed("figures.seats", after)] });
  assert.deepEqual(comingTo([plan("2026-12-01", 30), plan("2026-11-23", 20)], "figures.seats"), { from: "2026-11-23", value: 20 });
  assert.equal(comingTo([], "figures.seats"), null);
});

test("each figure is edited in one place", () => {
  const places = [["speech_rate", "voice"], ["speech_languages", "voice"], ["hero_seconds", "voice"], ["near_close_rule", "day"], ["wait_goal_seconds", "waits"]].map(([name, group]) => placeOf({ name: name!, group: group! }));
  assert.deepEqual(places, ["voice", "voice", "figures", "hours", "figures"]);
});
