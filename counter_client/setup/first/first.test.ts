// The twin test of first_form.ts.
import assert from "node:assert/strict";
import test from "node:test";
import type { Field } from "@web/wire.ts";
import { asSent, BLANK, missing, withPack, type FirstForm } from "./first.ts";

const gas = { id: "gas", kind: { zh: "燃气", en: "Gas" }, name: { zh: "燃气公司示范营业厅", en: "Gas Company Demonstration Hall" }, hours: "08:30-17:00" };
const water = { id: "water", kind: { zh: "供水", en: "Water" }, name: { zh: "自来水公司示范营业厅", en: "Water Company Demonstration Hall" }, hours: "09:00-16:30" };
const packs = [gas, water];
const fields = ["zh", "en", "opens", "closes", "person", "login", "password", "code"].map((id) => ({ id, required: id !== "en", kind: id === "opens" || id === "closes" ? "time" : "text", pattern: "", ends: null, fields: [] }) as unknown as Field);
const blank: FirstForm = { ...BLANK, opens: "", closes: "", login: "" };
const filled: FirstForm = { ...withPack(blank, gas, packs), zh: "城东营业厅", person: "周敏", login: "zhou", password: "Yuhua88lu", code: "AB12" };

test("a pack proposes an English name and hours", () => {
  const form = withPack(blank, gas, packs);
  assert.deepEqual([form.en, form.opens, form.closes], ["Gas Company Hall", "08:30", "17:00"]);
  assert.equal(withPack(form, water, packs).en, "Water Company Hall");
});

test("a name the manager typed stays when the pack changes", () => {
  assert.equal(withPack({ ...blank, en: "East Hall" }, water, packs).en, "East Hall");
});

test("what is missing is said in the order of the page", () => {
  assert.deepEqual(missing(fields, blank), ["zh", "opens", "closes", "person", "login", "password", "code"]);
  assert.deepEqual(missing(fields, filled), []);
  assert.deepEqual(missing(fields, { ...filled, en: "" }), []); // C37: a hall may have a Chinese name only
  assert.deepEqual(missing(fields, { ...filled, password: "12345678" }, ["password"]), ["password"]);
  assert.deepEqual(missing(fields, { ...filled, zh: "", opens: "17:00", closes: "08:30" }, ["opens"]), ["zh", "opens"]);
  assert.deepEqual(missing(fields, { ...filled, opens: "", always: true }), []);
});

test("it is sent without stray blanks; round the clock is no hours", () => {
  assert.deepEqual(asSent({ ...filled, zh: " 城东营业厅 ", always: true }), {
    code: "AB12", pack: "gas", name: { zh: "城东营业厅", en: "Gas Company Hall" }, languages: "both", hours: "", login: "zhou", person: "周敏", password: "Yuhua88lu",
  });
});

test("a hall of Chinese alone is asked for no English name and sends none, whatever the pack proposes", () => {
  const alone: FirstForm = { ...filled, languages: "zh" };
  const sent = asSent(withPack(alone, water, packs));
  assert.deepEqual([sent.name, sent.languages], [{ zh: "城东营业厅", en: "" }, "zh"]);
  assert.deepEqual(missing(fields, { ...alone, en: "" }), []);
});
