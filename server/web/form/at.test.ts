// The twin test of at.ts.
import assert from "node:assert/strict";
import test from "node:test";
import type { Field } from "../wire.ts";
import { fieldAt, steps } from "./at.ts";

const field = (id: string, fields: Field[] = []) => ({ id, fields }) as unknown as Field;
const form = [field("services", [field("name"), field("materials", [field("")]), field("e_channels", [field("url")])]), field("hours", [field("opens")])];

test("a place is found whatever its number in the list", () => {
  assert.equal(fieldAt(form, "services[3].e_channels[12].url")!.id, "url");
  assert.equal(fieldAt(form, "services[pay].name")!.id, "name");
  assert.equal(fieldAt(form, "hours.opens")!.id, "opens");
  assert.equal(fieldAt(form, "services[3].colour"), undefined);
});

test("an item is known by its table, one without columns by its cell", () => {
  assert.equal(fieldAt(form, "services[3]")!.id, "services");
  assert.equal(fieldAt(form, "services[3].materials")!.id, "materials");
  assert.equal(fieldAt(form, "services[3].materials[0]")!.id, "");
  assert.deepEqual(steps("services[2].queue"), ["services", "[2]", "queue"]);
});
