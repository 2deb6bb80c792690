// The twin test of figure_groups.ts.
import assert from "node:assert/strict";
import test from "node:test";
import type { Figures } from "@web/wire.ts";
import { grouped, GROUPS_OF_FIGURES, type Placed } from "./figure_groups.ts";

const named = (...names: string[]) => names.map((name) => ({ name }));

test("figures stand in their group in the group's order", () => {
  const [waits, day] = grouped(named("near_close_rule", "remedy_threshold_seconds", "wait_goal_seconds"));
  assert.deepEqual(waits!.figures.map((figure) => figure.name), ["wait_goal_seconds", "remedy_threshold_seconds"]);
  assert.equal(day!.group, "day");
});

test("a figure nobody placed is still shown, once", () => {
  assert.deepEqual(grouped(named("brand_new")), [{ group: "others", figures: named("brand_new") }]);
});

test("every figure of the server has its group, and none is in two", () => {
  const left: Exclude<keyof Figures, Placed>[] = []; // a figure without a group is a type error here
  const all = Object.values(GROUPS_OF_FIGURES).flat();
  assert.equal(new Set([...all, ...left]).size, all.length);
});
